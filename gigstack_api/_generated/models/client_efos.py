# Written by `make generate` from openapi.yaml; never edited.
"""ClientEfos: Check against the EFOS blacklist of the SAT."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    BOOLEAN,
    Kind,
)
from gigstack_api._core.model import Model, not_plain


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

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.is_valid) is not None:
            made["is_valid"] = value if (type(value) is bool) else not_plain()
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "is_valid": BOOLEAN,
        }
