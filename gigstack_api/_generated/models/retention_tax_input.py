# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionTaxInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, enum
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from decimal import Decimal


class RetentionTaxInput(Model, kw_only=True):
    """A tax to retain."""

    tax: TaxType | str | None = None
    """Which tax, by name; the API turns ISR, IVA and IEPS into the codes 001, 002 and 003."""
    base: float | Decimal | None = None
    """Base of the tax in currency units."""
    amount: float | Decimal | None = None
    """Amount to retain in currency units."""
    payment_type: str | None = None
    """SAT code of the kind of payment, two digits. Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "tax": enum(TaxType),
            "base": NUMBER,
            "amount": NUMBER,
            "payment_type": STRING,
        }


# Below the class, since two models may refer to each other.
from .tax_type import TaxType
