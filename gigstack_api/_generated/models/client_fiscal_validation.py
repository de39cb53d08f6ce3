# Written by `make generate` from openapi.yaml; never edited.
"""ClientFiscalValidation: Outcome of a check of fiscal data with the SAT."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class ClientFiscalValidation(Model):
    """Outcome of a check of fiscal data with the SAT."""

    status: str | None
    """Outcome."""
    message: str | None
    """Outcome in words."""

    __slots__ = (
        "status",
        "message",
    )

    def __init__(
        self,
        *,
        status: str | None = None,
        message: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.status = status
        self.message = message
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.status = take("status", None)
        made.message = take("message", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.status) is not None:
            made["status"] = value if type(value) is str else plain_text(value)
        if (value := self.message) is not None:
            made["message"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "status": STRING,
            "message": STRING,
        }
