"""Base of the generated models. Reading one never fails and loses nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

import msgspec
from msgspec.structs import astuple

from .annotations import Annotations
from .descriptions import AttrsFields, ClassDoc
from .encoding import is_json_object
from .field_type import FieldType, Mismatch
from .fields import drift_of_fields, write_fields
from .json import encode_json, parse_json
from .redaction import HIDDEN, redact
from .shapes import Shape
from .types import is_list, is_mapping, is_object
from .undocumented import check_keys
from .views import ModelViews, attribute_name


def _wire_name(attribute: str) -> str | None:
    """The API's name of an attribute that has another one; None for all others."""
    return attribute[:-1] if attribute.endswith("_") and iskeyword(attribute[:-1]) else None


class Model(
    ModelViews,
    msgspec.Struct,
    kw_only=True,
    weakref=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    rename=_wire_name,
):
    """An object of the API. Absent fields are None, unknown ones in `additional_properties`.

    Its repr hides secrets; its attributes and `to_dict()` hold them. Models can be changed, so they
    have no hash: use `id` or `uuid` as the key of a dictionary.
    """

    additional_properties: dict[str, Any] = {}
    """The fields that are not documented."""

    if not TYPE_CHECKING:
        __hash__ = None
        __attrs_attrs__ = AttrsFields()

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.__annotations__ = Annotations(vars(cls).get("__annotations__", {}), cls.__module__)
        if cls.__doc__ is not None:
            cls.__doc__ = ClassDoc(cls.__doc__, cls)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept unchanged."""
        documented = attributes_of(cls)
        known: dict[str, Any] = {}
        unknown: dict[str, Any] = {}
        for wire, value in values.items():
            if (found := documented.get(wire)) is None:
                unknown[wire] = value
            else:
                known[found.attribute] = found.kind.read(value)
        return cls(additional_properties=unknown, **known)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The model of the text of a JSON object, as `to_json` gives it.

        Raises:
            ValueError: it is not the text of a JSON object, or nested too deeply.
        """
        document = parse_json(text.encode() if isinstance(text, str) else text)
        if not is_object(document):
            raise ValueError(f"expected a JSON object for {cls.__name__}")
        return cls.from_dict(document)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object: every field that is not None, unknown ones too, by the API's names."""
        return {wire: _to_json(value) for wire, value in set_fields(self).items()}

    def to_json(self) -> str:
        """The text of the JSON object that `to_dict` gives.

        Raises:
            ValueError: a field was set to a number that JSON cannot hold.
            TypeError: a field was set to a value of a type that JSON has no form for.
        """
        return encode_json(self.to_dict()).decode()

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Names and values of all fields, then of the unknown ones, so that `dict(model)` works."""
        for found in attributes_of(type(self)).values():
            yield found.attribute, getattr(self, found.attribute)
        yield from self.additional_properties.items()

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__rich_repr__())
        return f"{type(self).__name__}({shown})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        shown = [
            (name, HIDDEN if kind.secret else redact(value))
            for name, kind in attributes_of(type(self)).values()
            if (value := getattr(self, name)) is not None
        ]
        if self.additional_properties:
            shown.append(("additional_properties", redact(self.additional_properties)))
        return shown


class Attribute(NamedTuple):
    """The attribute that holds a documented field, and the type of the field."""

    attribute: str
    kind: FieldType[Any]


@cache
def fields_of(cls: type[Model]) -> Mapping[str, FieldType[Any]]:
    """The types of the documented fields of a model by the API's names."""
    return cls.wire_fields()


@cache
def attributes_of(cls: type[Model]) -> Mapping[str, Attribute]:
    """The attributes of the documented fields of a model by the API's names."""
    return {wire: Attribute(attribute_name(wire), kind) for wire, kind in fields_of(cls).items()}


def set_fields(value: Model) -> dict[str, Any]:
    """The values of a model that are not None, unknown ones too, by the API's names."""
    known = {wire: getattr(value, name) for wire, (name, _) in attributes_of(type(value)).items()}
    return {
        wire: held
        for wire, held in (known | value.additional_properties).items()
        if held is not None
    }


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


def _to_json(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if is_list(value):
        return [_to_json(item) for item in value]
    return value.value if isinstance(value, Enum) else value


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

    def dump(value: Any, path: str, undocumented: list[str]) -> Any:
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


def get_path(value: object, path: str) -> Any:
    """The value at a dotted path of a model or a mapping; None if it is not there."""
    for name in path.split("."):
        value = get_field(value, name)[1]
    return value


def get_field(value: object, name: str) -> tuple[bool, Any]:
    """Whether a value can have a field, and the field. A mapping of free keys can have any."""
    if isinstance(value, Model):
        if (found := attributes_of(type(value)).get(name)) is not None:
            return True, getattr(value, found.attribute)
        return name in value.additional_properties, value.additional_properties.get(name)
    if is_mapping(value):
        return True, value.get(name)
    return False, None
