# Written by `make generate` from openapi.yaml; never edited.
"""RetentionReceiver: Receiver of a retention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class RetentionReceiver(Model):
    """Receiver of a retention."""

    legal_name: str | None
    """Legal name."""
    tax_id: str | None
    """RFC."""
    nationality: str | None
    """`Nacional` for a Mexican receiver; the value for a foreign one was not seen."""

    __slots__ = (
        "legal_name",
        "tax_id",
        "nationality",
    )

    def __init__(
        self,
        *,
        legal_name: str | None = None,
        tax_id: str | None = None,
        nationality: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.legal_name = legal_name
        self.tax_id = tax_id
        self.nationality = nationality
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.legal_name = take("legal_name", None)
        made.tax_id = take("tax_id", None)
        made.nationality = take("nationality", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.legal_name) is not None:
            made["legal_name"] = value if type(value) is str else plain_text(value)
        if (value := self.tax_id) is not None:
            made["tax_id"] = value if type(value) is str else plain_text(value)
        if (value := self.nationality) is not None:
            made["nationality"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "legal_name": STRING,
            "tax_id": STRING,
            "nationality": STRING,
        }
