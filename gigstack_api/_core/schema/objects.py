"""The types of objects: read, checked and written field by field, or as models."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from msgspec.structs import astuple

from .encoding import is_json_object
from .field_type import FieldType, Mismatch
from .fields import ANY
from .models import Model
from .redaction import HIDDEN, is_sensitive
from .shapes import Shape
from .types import is_mapping, is_object
from .undocumented import Undocumented, check_keys
from .views import attributes_of

M = TypeVar("M", bound=Model)


def model(cls: type[M], *also: str) -> FieldType[M]:
    """The type of an object that has a model class.

    `also` names other models of the same package that are written as one.
    """

    def takes(value: Any) -> bool:
        if isinstance(value, Model):
            return isinstance(value, cls) or type(value).__name__ in also
        return is_json_object(value)

    def also_documented() -> Iterator[str]:
        for name in also:
            yield from fields_of(getattr(sys.modules[cls.__module__.rpartition(".")[0]], name))

    def dump(value: Any, path: str, undocumented: list[Undocumented]) -> Any:
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
        Shape(cls=cls),
        find_drift,
        dump,
        are_plain=lambda values: _are_plain(values, cls),
        empty=cls,
        cls=cls,
        takes=takes,
        wanted=f"a mapping or one of the models {', '.join((cls.__name__, *also))}",
    )


def _write_model(
    value: Model, fields: Mapping[str, FieldType[Any]], path: str, undocumented: list[Undocumented]
) -> dict[str, Any]:
    """The JSON object of a model whose fields have these types, or else their own."""
    own = fields_of(type(value))
    found = {
        wire: item
        for wire, (name, _) in attributes_of(type(value)).items()
        if (item := getattr(value, name)) is not None
    }
    return {
        **write_fields(found, {**own, **fields}, f"{path}.", undocumented),
        **write_fields(value.additional_properties, {}, f"{path}."),
    }


@cache
def fields_of(cls: type[Model]) -> Mapping[str, FieldType[Any]]:
    """The types of the documented fields of a model by the API's names."""
    return {wire: kind for wire, (_, kind) in attributes_of(cls).items()}


@cache
def _kinds_in_order(cls: type[Model]) -> tuple[FieldType[Any], ...]:
    """The types of the documented fields, in the order of the struct."""
    kinds = dict(attributes_of(cls).values())
    return tuple(kinds[name] for name in cls.__struct_fields__[1:])


def _are_plain(models: Sequence[Model], cls: type[Model]) -> bool:
    """Whether all are models of this class that are sent as msgspec writes them."""
    if set(map(type, models)) != {cls}:
        return False
    # Field by field, for all models at once: that is several times faster than one by one.
    unknown, *columns = zip(*map(astuple, models), strict=True)
    return not any(unknown) and all(
        kind.send_unchanged(column)
        for kind, column in zip(_kinds_in_order(cls), columns, strict=True)
    )


def drift_of_fields(
    value: Mapping[str, Any], fields: Mapping[str, FieldType[Any]], path: str
) -> Iterator[Mismatch]:
    """Every field of an object that is unknown, deviates from the spec, or should be there."""
    for name, item in value.items():
        kind = fields.get(name)
        where = f"{path}.{name}" if path else name
        if kind is None:
            yield where, "no such field", HIDDEN if is_sensitive(name) else item
        else:
            yield from kind.drift(item, where)
    # Documented: empty data. And the general public, as the client of a receipt, has no id.
    for name, kind in fields.items() if value and "." not in path else ():
        if kind.is_always_there and value.get(name) is None:
            yield f"{path}.{name}" if path else name, kind.name, None


def write_fields(
    values: Mapping[str, Any],
    fields: Mapping[str, FieldType[Any]],
    prefix: str = "",
    undocumented: list[Undocumented] | None = None,
) -> dict[str, Any]:
    """The JSON object of named values; those without a field type are encoded by Python type.

    Fields inside the values that are not documented are appended to `undocumented`.

    Raises:
        InvalidArgumentError: one of them is of another type, or cannot be sent.
    """
    return {
        name: value
        if type(value) in (kind := fields.get(name, ANY)).sent_unchanged
        else kind.write(value, f"{prefix}{name}", undocumented)
        for name, value in values.items()
    }
