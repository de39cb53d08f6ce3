"""Descriptions of a model for attrs and for `help()`, made on first use."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent, indent
from typing import Any, cast, get_type_hints

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


class ClassDoc:
    """`__doc__` of a model: its own text, and those of its fields."""

    def __init__(self, text: str | None) -> None:
        self._text = text

    def __get__(self, instance: object, cls: type) -> str | None:
        if self._text is None or not (texts := field_texts(cls)):
            return self._text
        told = "\n".join(
            f"    {name}: {indent(dedent(text), ' ' * 8).strip()}" for name, text in texts.items()
        )
        return f"{inspect.cleandoc(self._text)}\n\nAttributes:\n{told}"


@cache
def field_texts(cls: type) -> Mapping[str, str]:
    """The texts under the fields of a class; none where its source is not there."""
    try:
        module = ast.parse(inspect.getsource(inspect.getmodule(cls) or cls))
    except (OSError, TypeError):
        return {}
    found = (node for node in ast.walk(module) if isinstance(node, ast.ClassDef))
    return {
        name: text
        for node in found
        if node.name == cls.__name__
        for name, text in _texts_in(node.body)
    }


def _texts_in(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, text in pairwise(body):
        match field, text:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(words))),
            ):
                yield name, inspect.cleandoc(words)
            case _:
                pass
