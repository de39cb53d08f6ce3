# Written by `make generate` from openapi.yaml; never edited.
"""RetainedTax: A tax of an issued retention."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.kinds import (
    NUMBER,
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class RetainedTax(Model):
    """A tax of an issued retention."""

    tax: str | None
    """Which tax."""
    base: float | None
    """Base of the tax in currency units."""
    amount: float | None
    """Retained amount in currency units."""
    payment_type: str | None
    """SAT code of the kind of payment, two digits: 03 for the ISR and 01 for the IVA of the
    example; others exist."""

    __slots__ = (
        "tax",
        "base",
        "amount",
        "payment_type",
    )

    def __init__(
        self,
        *,
        tax: str | None = None,
        base: float | None = None,
        amount: float | None = None,
        payment_type: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.tax = tax
        self.base = base
        self.amount = amount
        self.payment_type = payment_type
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.tax = take("tax", None)
        made.base = take("base", None)
        made.amount = take("amount", None)
        made.payment_type = take("payment_type", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.tax) is not None:
            made["tax"] = value if type(value) is str else plain_text(value)
        if (value := self.base) is not None:
            made["base"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.amount) is not None:
            made["amount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.payment_type) is not None:
            made["payment_type"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "tax": STRING,
            "base": NUMBER,
            "amount": NUMBER,
            "payment_type": STRING,
        }
