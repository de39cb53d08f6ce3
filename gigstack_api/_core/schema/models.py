"""Base of the generated models. Reading one never fails and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, ClassVar, Self

import msgspec

from .annotations import Annotations
from .descriptions import AttrsFields, ClassDoc
from .json import encode_json, parse_json
from .redaction import HIDDEN, redact
from .types import is_list, is_mapping, is_object
from .views import ModelViews, attributes_of

NO_FIELD = "__additional_properties__"
"""The name under which msgspec knows `additional_properties`: an API may have a field called so."""


def _wire_name(attribute: str) -> str | None:
    """The API's name of an attribute that has another one; None for all others."""
    if attribute == "additional_properties":
        return NO_FIELD
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

    if TYPE_CHECKING:
        __attrs_attrs__: ClassVar[Any]
    else:
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


def set_fields(value: Model) -> dict[str, Any]:
    """The values of a model that are not None, unknown ones too, by the API's names."""
    known = {wire: getattr(value, name) for wire, (name, _) in attributes_of(type(value)).items()}
    return {
        wire: held
        for wire, held in (known | value.additional_properties).items()
        if held is not None
    }


def _to_json(value: Any) -> Any:
    if type(value) is str:  # most are
        return value
    if isinstance(value, Model):
        return value.to_dict()
    if is_list(value):
        return [_to_json(item) for item in value]
    if is_object(value):
        return _map_to_json(value)
    return value.value if isinstance(value, Enum) else value


def _map_to_json(value: dict[str, Any]) -> dict[str, Any]:
    """A mapping whose values may be models; the same if they are not."""
    for item in value.values():
        if isinstance(item, (Model, list)):
            return {name: _to_json(item) for name, item in value.items()}
    return value


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
