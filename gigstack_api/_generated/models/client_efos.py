# Written by `make generate` from openapi.yaml; never edited.
"""ClientEfos: Check against the EFOS blacklist of the SAT."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from ..._core.schema.fields import (
    BOOLEAN,
    FieldType,
)
from ..._core.schema.models import Model, needs_conversion


class ClientEfos(Model):
    """Check against the EFOS blacklist of the SAT."""

    is_valid: bool | None
    """False for a listed RFC."""

    __slots__ = ("is_valid",)

    def __init__(
        self,
        *,
        is_valid: bool | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.is_valid = is_valid
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.is_valid = take("is_valid", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.is_valid) is not None:
            made["is_valid"] = value if (type(value) is bool) else needs_conversion()
        return needs_conversion() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by the API's names."""

        return {
            "is_valid": BOOLEAN,
        }
