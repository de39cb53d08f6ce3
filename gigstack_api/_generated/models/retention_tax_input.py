# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionTaxInput`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, enum
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from decimal import Decimal

    from .tax_type import TaxType


class RetentionTaxInput(Model):
    """A tax to retain."""

    tax: TaxType | str | None
    """Which tax, by name; the API turns ISR, IVA and IEPS into the codes 001, 002 and 003."""
    base: float | Decimal | None
    """Base of the tax in currency units."""
    amount: float | Decimal | None
    """Amount to retain in currency units."""
    payment_type: str | None
    """SAT code of the kind of payment, two digits. Unverified: seen in answers only; whether it
    may be sent is unknown.
    """

    __slots__ = (
        "tax",
        "base",
        "amount",
        "payment_type",
    )

    def __init__(
        self,
        *,
        tax: TaxType | str | None = None,
        base: float | Decimal | None = None,
        amount: float | Decimal | None = None,
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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (TaxType,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.tax = TaxType.of(take("tax", None))
        instance.base = take("base", None)
        instance.amount = take("amount", None)
        instance.payment_type = take("payment_type", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.tax) is not None:
            fields["tax"] = value if type(value) is str else enum_text(value)
        if (value := self.base) is not None:
            fields["base"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.amount) is not None:
            fields["amount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.payment_type) is not None:
            fields["payment_type"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .tax_type import TaxType

        return {
            "tax": enum(TaxType),
            "base": NUMBER,
            "amount": NUMBER,
            "payment_type": STRING,
        }


@cache
def _nested() -> tuple[type[TaxType],]:
    """The classes of nested values, imported when the first object is read."""
    from .tax_type import TaxType

    return (TaxType,)
