"""Base of the generated models. Reading one never fails and loses nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from keyword import iskeyword
from typing import Any, Self, TypeVar

from .encoding import NeedsConversion, is_json_object, needs_conversion
from .field_type import FieldType, Mismatch
from .fields import drift_of_fields, write_fields
from .redaction import HIDDEN, redact
from .types import is_list, is_mapping, is_object
from .undocumented import check_keys


def attribute_name(wire_name: str) -> str:
    """The attribute of an API field: its name, with an underscore after a keyword (`from_`)."""
    return f"{wire_name}_" if iskeyword(wire_name) else wire_name


_READERS: dict[type[Any], dict[str, tuple[str, FieldType[Any]]]] = {}


def _readers(cls: type[Model]) -> dict[str, tuple[str, FieldType[Any]]]:
    """Attribute and type of every field, computed once per class."""
    found = _READERS.get(cls)
    if found is None:
        found = _READERS[cls] = {
            wire: (attribute_name(wire), kind) for wire, kind in fields_of(cls).items()
        }
    return found


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


class Model:
    """An object of the API. Absent fields are None, unknown ones in `additional_properties`.

    Its repr hides secrets; its attributes and `to_dict()` hold them.
    """

    additional_properties: dict[str, Any]
    """The fields that are not documented."""

    __slots__ = ("__weakref__", "additional_properties")

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The types of the documented fields, by the API's names."""
        raise NotImplementedError

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


def model(cls: type[M], *also: str) -> FieldType[M]:
    """The type of an object that has a model class.

    `also` names other models of the same package that are written as one.
    """

    def parse(value: Any) -> Any:
        return cls.from_dict(value) if is_object(value) else value

    def takes(value: Any) -> bool:
        if isinstance(value, Model):
            return isinstance(value, cls) or type(value).__name__ in also
        return is_json_object(value)

    def also_documented() -> Iterator[str]:
        for name in also:
            yield from fields_of(getattr(sys.modules[cls.__module__.rpartition(".")[0]], name))

    def dump(value: Any, path: str, undocumented: list[str]) -> Any:
        try:
            return value.encode_fields() if isinstance(value, cls) else needs_conversion()
        except NeedsConversion:
            fields = fields_of(cls)
        if isinstance(value, Model):
            return _write_model(value, fields, path, undocumented)
        values: Mapping[Any, Any] = value if is_mapping(value) else value.to_dict()
        check_keys(values, fields.keys(), path, undocumented, also=also_documented)
        return write_fields(values, fields, f"{path}.", undocumented)

    def find_drift(value: Any, path: str) -> Iterator[Mismatch]:
        return drift_of_fields(value, fields_of(cls), path)

    return FieldType(
        "object",
        is_object,
        parse,
        find_drift,
        dump,
        cls,
        takes=takes,
        wanted=f"a mapping or one of the models {', '.join((cls.__name__, *also))}",
    )


def _write_model(
    value: Model, fields: Mapping[str, FieldType[Any]], path: str, undocumented: list[str]
) -> dict[str, Any]:
    """The JSON object of a model whose fields have these types, or else their own."""
    own = fields_of(type(value))
    found = {
        wire: item for wire in own if (item := getattr(value, attribute_name(wire))) is not None
    }
    return {
        **write_fields(found, {**own, **fields}, f"{path}.", undocumented),
        **write_fields(value.additional_properties, {}, f"{path}."),
    }


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
