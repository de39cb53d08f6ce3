"""Descriptions of a model: its attrs fields and the texts of its source, made on first use."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent
from typing import Any, Self, SupportsIndex, cast, get_type_hints

from msgspec import Struct


class AttrsFields:
    """`__attrs_attrs__` of a model: makes `attrs.fields`, `asdict`, `evolve` and `astuple` work."""

    def __get__(self, instance: object, cls: type) -> tuple[Any, ...]:
        return _attrs_fields(cls)


@cache
def _attrs_fields(cls: type) -> tuple[Any, ...]:
    import attrs

    names: tuple[str, ...] = cast("type[Struct]", cls).__struct_fields__
    types = get_type_hints(cls)
    # The field of the base comes first there, and last where the fields of a model are told.
    fields: dict[str, Any] = {
        name: attrs.field(default=None, type=types[name], kw_only=True) for name in names[1:]
    }
    fields[names[0]] = attrs.field(factory=dict[str, Any], type=types[names[0]], kw_only=True)
    made: tuple[Any, ...] = attrs.fields(attrs.make_class(cls.__name__, fields))
    return made


class ClassDoc(str):
    """The docstring of a model, to which the texts of its fields are added when it is shown.

    `help()`, `inspect.getdoc`, IPython and Sphinx expand the tabs of a docstring before they show
    it. The texts are in the source only, which need not be read before that.
    """

    def __new__(cls, text: str, model: type) -> Self:
        made = super().__new__(cls, text)
        made._model = model
        return made

    def expandtabs(self, tabsize: SupportsIndex = 8) -> str:
        """The whole docstring."""
        texts = field_texts(self._model)
        shown = [
            f"    {name}: {text.replace(_LINE, _DEEPER)}"
            for name, text in texts.items()
            if name != "additional_properties"
        ]
        own = inspect.cleandoc(str.expandtabs(self, tabsize))
        return "\n".join([own, "", "Attributes:", *shown]) if shown else own

    _model: type


_LINE, _DEEPER = "\n", "\n" + " " * 8

RESEARCH_NOTE = re.compile(
    r"\s*\bUnverified: .*|\s*\bNot confirmed by the API's documentation\.", re.DOTALL
)
"""What was inferred: for users of the SDK, not for those of their apps."""


@cache
def field_texts(cls: type[Any]) -> Mapping[str, str]:
    """The texts below the annotations of a class and its bases, by attribute.

    There are none where the source is not available, as in a frozen program.
    """
    found: dict[str, str] = {}
    for base in cls.__mro__:
        found = {**_own_field_texts(base), **found}
    return found


def _own_field_texts(cls: type[Any]) -> dict[str, str]:
    try:
        source = inspect.getsource(cls)
    except (OSError, TypeError):  # no source, or a class written in C
        return {}
    definition = ast.parse(dedent(source)).body[0]
    lines = definition.body if isinstance(definition, ast.ClassDef) else []
    return {
        line.target.id: inspect.cleandoc(text.value.value)
        for line, text in pairwise(lines)
        if isinstance(line, ast.AnnAssign)
        and isinstance(line.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def public_text(text: str | None) -> str:
    """A description for the documents of an app: paragraphs of one line, without research notes."""
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(str(text or "")))
    cut = [RESEARCH_NOTE.sub("", " ".join(paragraph.split())) for paragraph in paragraphs]
    return "\n\n".join(paragraph for paragraph in cut if paragraph)
