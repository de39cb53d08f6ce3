"""Base of the generated enums: open string enums whose members equal their API values."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class OpenEnum(StrEnum):
    """The documented values. The API may send others, which stay plain strings."""

    @classmethod
    def of(cls, value: Any) -> Any:
        """The member of a JSON value; any other value unchanged."""
        return cls._value2member_map_.get(value, value) if isinstance(value, str) else value

    @classmethod
    def _value_texts(cls) -> tuple[str, ...]:
        """The meanings of the values, as lines of Markdown; empty if they are not known."""
        return ()

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Its JSON schema in pydantic, and so in FastAPI."""
        from .pydantic_schema import describe

        return describe(schema, handler, cls.__doc__, *cls._value_texts())
