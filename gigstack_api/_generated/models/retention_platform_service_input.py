# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionPlatformServiceInput`."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from decimal import Decimal


class RetentionPlatformServiceInput(Model):
    """A service given through a digital platform."""

    payment_form: str | None
    """SAT code of how the service was paid, two digits, `02` in the docs. Unverified: whether it
    is the payment form catalogue of invoices is not said.
    """
    service_type: str | None
    """SAT code of the kind of service, two digits, `01` in the docs."""
    service_date: str | None
    """Day of the service, YYYY-MM-DD."""
    price_without_tax: float | Decimal | None
    """Price before taxes in currency units."""
    tax_rate: float | Decimal | None
    """Rate of the tax as a fraction (0.16 is 16 %)."""
    commission: float | Decimal | None
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
        price_without_tax: float | Decimal | None = None,
        tax_rate: float | Decimal | None = None,
        commission: float | Decimal | None = None,
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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.payment_form = take("payment_form", None)
        instance.service_type = take("service_type", None)
        instance.service_date = take("service_date", None)
        instance.price_without_tax = take("price_without_tax", None)
        instance.tax_rate = take("tax_rate", None)
        instance.commission = take("commission", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.payment_form) is not None:
            fields["payment_form"] = value if type(value) is str else enum_text(value)
        if (value := self.service_type) is not None:
            fields["service_type"] = value if type(value) is str else enum_text(value)
        if (value := self.service_date) is not None:
            fields["service_date"] = value if type(value) is str else enum_text(value)
        if (value := self.price_without_tax) is not None:
            fields["price_without_tax"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.tax_rate) is not None:
            fields["tax_rate"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.commission) is not None:
            fields["commission"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "payment_form": STRING,
            "service_type": STRING,
            "service_date": STRING,
            "price_without_tax": NUMBER,
            "tax_rate": NUMBER,
            "commission": NUMBER,
        }
