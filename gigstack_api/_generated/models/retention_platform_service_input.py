# Written by `make generate` from openapi.yaml; never edited.
"""RetentionPlatformServiceInput: A service given through a digital platform."""

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


class RetentionPlatformServiceInput(Model):
    """A service given through a digital platform."""

    payment_form: str | None
    """SAT code of how the service was paid, two digits, `02` in the docs. Unverified:
    whether it is the payment form catalogue of invoices is not said."""
    service_type: str | None
    """SAT code of the kind of service, two digits, `01` in the docs."""
    service_date: str | None
    """Day of the service, YYYY-MM-DD."""
    price_without_tax: float | None
    """Price before taxes in currency units."""
    tax_rate: float | None
    """Rate of the tax as a fraction (0.16 is 16 %)."""
    commission: float | None
    """Commission of the platform in currency units."""

    __slots__ = (
        "payment_form",
        "service_type",
        "service_date",
        "price_without_tax",
        "tax_rate",
        "commission",
    )

    def __init__(
        self,
        *,
        payment_form: str | None = None,
        service_type: str | None = None,
        service_date: str | None = None,
        price_without_tax: float | None = None,
        tax_rate: float | None = None,
        commission: float | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.payment_form = payment_form
        self.service_type = service_type
        self.service_date = service_date
        self.price_without_tax = price_without_tax
        self.tax_rate = tax_rate
        self.commission = commission
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.payment_form = take("payment_form", None)
        made.service_type = take("service_type", None)
        made.service_date = take("service_date", None)
        made.price_without_tax = take("price_without_tax", None)
        made.tax_rate = take("tax_rate", None)
        made.commission = take("commission", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.payment_form) is not None:
            made["payment_form"] = value if type(value) is str else plain_text(value)
        if (value := self.service_type) is not None:
            made["service_type"] = value if type(value) is str else plain_text(value)
        if (value := self.service_date) is not None:
            made["service_date"] = value if type(value) is str else plain_text(value)
        if (value := self.price_without_tax) is not None:
            made["price_without_tax"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.tax_rate) is not None:
            made["tax_rate"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.commission) is not None:
            made["commission"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "payment_form": STRING,
            "service_type": STRING,
            "service_date": STRING,
            "price_without_tax": NUMBER,
            "tax_rate": NUMBER,
            "commission": NUMBER,
        }
