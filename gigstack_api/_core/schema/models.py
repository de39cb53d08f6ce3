"""Base of the generated models. Reading one never fails and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Never, Self, TypeVar

from .encoding import encode
from .fields import FieldType, Mismatch, NeedsConversion, drift_of_fields, write_fields
from .redaction import HIDDEN, redact
from .types import is_list, is_mapping, is_object
from .views import ModelViews, attribute_name

_READERS: dict[type[Any], dict[str, tuple[str, FieldType[Any]]]] = {}


def _readers(cls: type[Model]) -> dict[str, tuple[str, FieldType[Any]]]:
    """Attribute and type of every field, computed once per class."""
    found = _READERS.get(cls)
    if found is None:
        found = _READERS[cls] = {
            wire: (attribute_name(wire), kind) for wire, kind in fields_of(cls).items()
        }
    return found


def needs_conversion() -> Never:
    """Raises an error, inside an expression.

    Raises:
        NeedsConversion: always.
    """
    raise NeedsConversion


def enum_text(value: object) -> str:
    """The string of a member of a string enum.

    Raises:
        NeedsConversion: it is not a string.
    """
    return str.__str__(value) if isinstance(value, str) else needs_conversion()


def encode_models(value: Any) -> list[dict[str, Any]]:
    """The JSON objects of a list of models.

    Raises:
        NeedsConversion: it is not such a list, or a value in it must be converted or checked.
    """
    return (
        [item.encode_fields() if isinstance(item, Model) else needs_conversion() for item in value]
        if is_list(value)
        else needs_conversion()
    )


class Model(ModelViews):
    """An object of the API. Absent fields are None, unknown ones in `additional_properties`.

    Its repr hides secrets; its attributes and `to_dict()` hold them.
    """

    additional_properties: dict[str, Any]
    """The fields that are not documented."""

    __slots__ = ("__weakref__", "additional_properties")

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept unchanged.

        Generated models override this with the same, written out field by field.
        """
        readers = _readers(cls)
        built = object.__new__(cls)
        built.additional_properties = {
            wire: value for wire, value in values.items() if wire not in readers
        }
        for wire, (name, kind) in readers.items():
            setattr(built, name, kind.read(values.get(wire)))
        return built

    @classmethod
    def read_field(cls, wire: str, value: Any) -> Any:
        """The Python value of a field."""
        return _readers(cls)[wire][1].read(value)

    def encode_fields(self) -> dict[str, Any]:
        """The same as `to_dict`, if no value must be converted or checked before it is sent.

        Generated models override this with code written out field by field.

        Raises:
            NeedsConversion: a value must be converted or checked.
        """
        raise NeedsConversion

    def to_dict(self) -> dict[str, Any]:
        """The JSON object: every field that is not None, unknown ones too, by the API's names."""
        values = {
            wire: _to_json(getattr(self, name)) for wire, (name, _) in _readers(type(self)).items()
        }
        return {
            wire: value
            for wire, value in (values | self.additional_properties).items()
            if value is not None
        }

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        names = ["additional_properties", *(name for name, _ in _readers(type(self)).values())]
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def __repr__(self) -> str:
        shown = [
            f"{name}={HIDDEN if kind.secret else redact(value)!r}"
            for name, kind in _readers(type(self)).values()
            if (value := getattr(self, name)) is not None
        ]
        if self.additional_properties:
            shown.append(f"additional_properties={redact(self.additional_properties)!r}")
        return f"{type(self).__name__}({', '.join(shown)})"


def _to_json(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if is_list(value):
        return [_to_json(item) for item in value]
    return value.value if isinstance(value, Enum) else value


M = TypeVar("M", bound="Model")


def model(cls: type[M]) -> FieldType[M]:
    """The type of an object that has a model class."""

    def parse(value: Any) -> Any:
        return cls.from_dict(value) if is_object(value) else value

    def dump(value: Any, path: str) -> Any:
        if isinstance(value, cls):
            try:
                return value.encode_fields()
            except NeedsConversion:
                value = value.to_dict()
        return (
            write_fields(value, fields_of(cls), f"{path}.")
            if is_mapping(value)
            else encode(value, path)
        )

    def find_drift(value: Any, path: str) -> Iterator[Mismatch]:
        return drift_of_fields(value, fields_of(cls), path)

    return FieldType("object", is_object, parse, find_drift, dump, cls, cls=cls)


_FIELDS: dict[type[Any], Mapping[str, FieldType[Any]]] = {}


def fields_of(cls: type[Model]) -> Mapping[str, FieldType[Any]]:
    """The types of the documented fields of a model, computed once per class."""
    found = _FIELDS.get(cls)
    if found is None:
        found = _FIELDS[cls] = cls.wire_fields()
    return found


def get_path(value: object, path: str) -> Any:
    """The value at a dotted path of a model or a mapping; None if it is not there."""
    for name in path.split("."):
        value = get_field(value, name)[1]
    return value


def get_field(value: object, name: str) -> tuple[bool, Any]:
    """Whether a value can have a field, and the field. A mapping of free keys can have any."""
    if isinstance(value, Model):
        if name in value.wire_fields():
            return True, getattr(value, attribute_name(name), None)
        return name in value.additional_properties, value.additional_properties.get(name)
    if is_mapping(value):
        return True, value.get(name)
    return False, None
