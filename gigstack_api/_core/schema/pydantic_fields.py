"""The pydantic schemas of field types, and the names by which schemas refer to each other.

Imported by `pydantic_schema` only.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from typing import Any, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticKnownError, core_schema

from .field_type import FieldType

SCALARS = frozenset({"string", "integer", "number", "boolean"})
"""Names of the field types without structure."""

_DEFINED: ContextVar[set[type] | None] = ContextVar("_DEFINED", default=None)
"""The models whose schemas are defined, or about to be, while the schema of one model is built."""


def field_schema(kind: FieldType[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
    """The schema of a field, None apart."""
    if kind.name == "array":
        return core_schema.list_schema(field_schema(kind.parts[0], handler))
    if kind.name == "map":
        return core_schema.dict_schema(
            core_schema.str_schema(),
            core_schema.nullable_schema(field_schema(kind.parts[0], handler)),
        )
    if kind.parts:
        return _union(kind, handler)
    if kind.cls is not None:
        return _class_schema(kind.cls, handler)
    match kind.name:
        case "string":
            return core_schema.str_schema()
        case "boolean":
            return core_schema.bool_schema()
        case "integer" | "number":
            return _number(kind)
        case "object":
            return core_schema.dict_schema(core_schema.str_schema())
        case _:
            return core_schema.any_schema()


def _class_schema(cls: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
    """The schema of a model, or of an enum whose unknown values stay strings."""
    of = getattr(cls, "of", None)
    if of is None:
        defined = _DEFINED.get() or set()
        return (
            core_schema.definition_reference_schema(reference(cls))
            if cls in defined
            else handler.generate_schema(cls)
        )
    return core_schema.no_info_after_validator_function(
        of,
        core_schema.union_schema(
            [handler.generate_schema(cls), core_schema.str_schema()],
            mode="left_to_right",
            custom_error_type="string_type",
        ),
    )


def _union(kind: FieldType[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
    choices: list[CoreSchema | tuple[CoreSchema, str]] = [
        (field_schema(part, handler), part.cls.__name__ if part.cls else part.name)
        for part in kind.parts
    ]
    if {part.name for part in kind.parts} <= SCALARS:
        wanted = " or ".join(part.name for part in kind.parts)
        return core_schema.union_schema(
            choices,
            custom_error_type="type_error",
            custom_error_message=f"Input should be a valid {wanted}",
        )
    return core_schema.union_schema(choices)


def _number(kind: FieldType[Any]) -> CoreSchema:
    """The schema of a number. True and False are refused; an int or Decimal stays one."""
    low, high = kind.low, kind.high
    is_integer = kind.name == "integer"
    schema = (
        core_schema.int_schema(
            ge=None if low is None else int(low), le=None if high is None else int(high)
        )
        if is_integer
        else core_schema.float_schema(ge=low, le=high, allow_inf_nan=False)
    )

    def read(value: Any, validate: Callable[[Any], int | float]) -> Any:
        if isinstance(value, bool):
            raise PydanticKnownError("int_type" if is_integer else "float_type")
        if is_integer or not isinstance(value, (int, Decimal)):
            return validate(value)
        validate(float(value) if isinstance(value, Decimal) else value)
        return value

    return core_schema.no_info_wrap_validator_function(read, schema)


@contextmanager
def definition_of(cls: type[Any]) -> Generator[None]:
    """Makes nested schemas refer to that of `cls` instead of building it again."""
    defined = _DEFINED.get()
    if defined is not None:
        defined.add(cls)
        yield
        return
    token = _DEFINED.set({cls})
    try:
        yield
    finally:
        _DEFINED.reset(token)


def reference(source: Any) -> str:
    """The name of a schema in pydantic: public module, class and arguments, with the class's id."""
    origin = get_origin(source)
    if origin is not None:
        return f"{reference(origin)}[{','.join(map(reference, get_args(source)))}]"
    if isinstance(source, type):
        public = [name for name in source.__module__.split(".") if not name.startswith("_")]
        return f"{'.'.join([*public, source.__qualname__])}:{id(source)}"
    return repr(source)
