"""Base of the generated models: reading that never fails and loses nothing. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from keyword import iskeyword
from typing import Any, Self

from attrs import define, field

from .kinds import Kind
from .private import HIDDEN, masked
from .shapes import is_list


def attribute(wire_name: str) -> str:
    """The attribute of an API field: its own name, with an underscore behind a Python keyword (`from_`)."""
    return f"{wire_name}_" if iskeyword(wire_name) else wire_name


_READERS: dict[type[Any], dict[str, tuple[str, Kind[Any]]]] = {}


def _readers(cls: type[Model]) -> dict[str, tuple[str, Kind[Any]]]:
    """Attribute and kind of each field, made once a class."""
    found = _READERS.get(cls)
    if found is None:
        found = _READERS[cls] = {wire: (attribute(wire), kind) for wire, kind in cls.wire_fields().items()}
    return found


@define(kw_only=True, repr=False)
class Model:
    """An object of the API. Fields that did not come read as None; unknown ones are in `additional_properties`.

    Printed, it shows no secret; its attributes and `to_dict()` hold them.
    """

    additional_properties: dict[str, Any] = field(factory=dict[str, Any])

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        raise NotImplementedError

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        readers = _readers(cls)
        known: dict[str, Any] = {}
        unknown: dict[str, Any] = {}
        for wire, value in values.items():
            reader = readers.get(wire)
            if reader is None:
                unknown[wire] = value
            else:
                known[reader[0]] = reader[1].read(value)
        return cls(additional_properties=unknown, **known)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object: every field that is not None, known or not, by the API's names."""
        values = {wire: _plain(getattr(self, name)) for wire, (name, _) in _readers(type(self)).items()}
        return {wire: value for wire, value in (values | self.additional_properties).items() if value is not None}

    def __repr__(self) -> str:
        shown = [
            f"{name}={HIDDEN if kind.secret else masked(value)!r}"
            for name, kind in _readers(type(self)).values()
            if (value := getattr(self, name)) is not None
        ]
        if self.additional_properties:
            shown.append(f"additional_properties={masked(self.additional_properties)!r}")
        return f"{type(self).__name__}({', '.join(shown)})"


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if is_list(value):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value
