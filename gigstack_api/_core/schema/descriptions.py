"""Descriptions of a model for attrs and for `help()`, made on first use."""

from __future__ import annotations

import inspect
from functools import cache
from typing import Any, Self, SupportsIndex, cast, get_type_hints

from msgspec import Struct

from .texts import field_texts


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
