# Written by `make generate` from openapi.yaml; never edited.
"""ReceiptInvoice: The invoice that a receipt became."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class ReceiptInvoice(Model):
    """The invoice that a receipt became."""

    uuid: str | None
    """UUID of the CFDI."""
    id: str | None
    """Id of the invoice. Unverified: inferred from the invoices."""

    __slots__ = (
        "uuid",
        "id",
    )

    def __init__(
        self,
        *,
        uuid: str | None = None,
        id: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.uuid = uuid
        self.id = id
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.uuid = take("uuid", None)
        made.id = take("id", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.uuid) is not None:
            made["uuid"] = value if type(value) is str else plain_text(value)
        if (value := self.id) is not None:
            made["id"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "uuid": STRING,
            "id": STRING,
        }
