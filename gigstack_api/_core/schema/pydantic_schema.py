"""The pydantic schemas of models and results.

This module and `pydantic_fields` are the only ones that import pydantic. They are imported when
pydantic asks a class for its schema.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import (
    CoreSchema,
    PydanticCustomError,
    PydanticSerializationUnexpectedValue,
    core_schema,
)

from .descriptions import field_texts, public_text
from .field_type import FieldType
from .pydantic_fields import definition_of, field_schema, reference
from .redaction import describe_error
from .types import is_list, is_object


def model_schema(
    cls: type[Any],
    attributes: Mapping[str, tuple[str, FieldType[Any]]],
    handler: GetCoreSchemaHandler,
) -> CoreSchema:
    """The schema of a model: an instance is kept, a mapping becomes one.

    Args:
        cls: The model class.
        attributes: The attributes of its fields, and their types, by the API's names.
        handler: The one that pydantic passes.
    """

    def read(value: Any, validate: Callable[[Any], dict[str, Any]]) -> Any:
        if isinstance(value, cls):
            return value
        rest = validate(value)
        known = {name: rest.pop(wire) for wire, (name, _) in attributes.items() if wire in rest}
        return cls(**known, additional_properties=rest)

    def write(
        value: Any,
        serialize: Callable[[dict[str, Any]], Any],
        info: core_schema.SerializationInfo,
    ) -> Any:
        if not isinstance(value, cls):
            raise PydanticSerializationUnexpectedValue(f"Expected a {cls.__name__}")
        values = value.to_dict()
        return serialize(_with_floats(values) if info.mode_is_json() else values)

    read.__name__ = cls.__name__  # the name of a variant in the errors of a union
    with definition_of(cls):
        members: dict[str, core_schema.TypedDictField] = {}
        for wire, (name, kind) in attributes.items():
            aliases: list[list[str | int]] = [[wire], [name]]
            members[wire] = core_schema.typed_dict_field(
                core_schema.nullable_schema(field_schema(kind, handler)),
                required=False,
                validation_alias=aliases,
            )
    return core_schema.no_info_wrap_validator_function(
        read,
        core_schema.typed_dict_schema(members, extra_behavior="allow"),
        ref=reference(cls),
        serialization=core_schema.wrap_serializer_function_ser_schema(
            write, info_arg=True, schema=core_schema.dict_schema()
        ),
    )


def describe_model(
    cls: type[Any],
    attributes: Mapping[str, tuple[str, FieldType[Any]]],
    schema: CoreSchema,
    handler: GetJsonSchemaHandler,
) -> JsonSchemaValue:
    """The JSON schema of a model, with the descriptions of the spec."""
    named = handler(schema)
    described = handler.resolve_ref_schema(named)
    described["title"] = cls.__name__
    described["description"] = public_text(cls.__doc__)
    # Others are allowed anyway, and forms would propose `additionalProp1`.
    described.pop("additionalProperties", None)
    texts = field_texts(cast(type, cls))
    for wire, member in described["properties"].items():
        name, kind = attributes[wire]
        if text := public_text(texts.get(name)):
            member["description"] = text
        if kind.secret:
            for variant in member["anyOf"]:
                if variant.get("type") == "string":
                    variant["format"] = "password"  # hidden in forms
    if handler.mode == "serialization":
        _require(
            described, [wire for wire, (_, kind) in attributes.items() if kind.is_always_there]
        )
    return named


def _require(described: JsonSchemaValue, names: Sequence[str]) -> None:
    """Says of fields that they are always there, and not null."""
    for name in names:
        member = described["properties"][name]
        kinds = [kind for kind in member.pop("anyOf") if kind.get("type") != "null"]
        member |= kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if names:
        described["required"] = [*names]


def record_schema(
    cls: type[Any],
    source: object,
    handler: GetCoreSchemaHandler,
    types: Mapping[str, Any],
    required: Collection[str],
) -> CoreSchema:
    """The schema of a result of the SDK, a page for example: an instance is kept.

    Args:
        cls: Its class.
        source: The annotation that pydantic was given, for example `Page[Client]`.
        handler: The one that pydantic passes.
        types: The types of its attributes.
        required: Those without a default.
    """

    def read(value: Any, validate: Callable[[Any], dict[str, Any]]) -> Any:
        return value if isinstance(value, cls) else cls(**validate(value))

    def write(value: Any, serialize: Callable[[dict[str, Any]], Any]) -> Any:
        if not isinstance(value, cls):
            raise PydanticSerializationUnexpectedValue(f"Expected a {cls.__name__}")
        return serialize({name: getattr(value, name) for name in types})

    def members() -> CoreSchema:
        return core_schema.typed_dict_schema(
            {
                name: core_schema.typed_dict_field(
                    handler.generate_schema(of), required=name in required
                )
                for name, of in types.items()
            }
        )

    read.__name__ = cls.__name__
    return core_schema.no_info_wrap_validator_function(
        read,
        members(),
        ref=reference(source),
        serialization=core_schema.wrap_serializer_function_ser_schema(write, schema=members()),
    )


def describe(
    schema: CoreSchema, handler: GetJsonSchemaHandler, text: str | None, *more: str
) -> JsonSchemaValue:
    """The JSON schema of a class, with its docstring and more lines as description."""
    named = handler(schema)
    lines = [public_text(text), *([""] if more else []), *more]
    handler.resolve_ref_schema(named)["description"] = "\n".join(lines)
    return named


def _with_floats(value: Any) -> Any:
    """A JSON value whose Decimals are floats: pydantic would write them as strings."""
    if is_object(value):
        return {name: _with_floats(item) for name, item in value.items()}
    if is_list(value):
        return [_with_floats(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


class ErrorSchema:
    """The schema of an exception: its class and its text. It cannot be read back."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema."""
        members = core_schema.typed_dict_schema(
            {
                "type": core_schema.typed_dict_field(core_schema.str_schema()),
                "message": core_schema.typed_dict_field(core_schema.str_schema()),
            }
        )

        def read(value: Any, validate: Callable[[Any], Any]) -> Any:
            if isinstance(value, Exception):
                return value
            raise PydanticCustomError("error_type", "an error cannot be read back")

        return core_schema.no_info_wrap_validator_function(
            read,
            members,
            serialization=core_schema.plain_serializer_function_ser_schema(
                describe_error, return_schema=members
            ),
        )
