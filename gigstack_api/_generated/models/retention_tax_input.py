# Written by `make generate` from openapi.yaml; never edited.
"""RetentionTaxInput: A tax to retain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import NUMBER, STRING, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .tax_type import TaxType


@define(kw_only=True, repr=False)
class RetentionTaxInput(Model):
    """A tax to retain."""

    tax: TaxType | str | None = None
    """Which tax, by name; the API turns ISR, IVA and IEPS into the codes 001, 002 and 003."""
    base: float | None = None
    """Base of the tax in currency units."""
    amount: float | None = None
    """Amount to retain in currency units."""
    payment_type: str | None = None
    """SAT code of the kind of payment, two digits. Unverified: seen in answers only; whether it may be sent is
    unknown."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .tax_type import TaxType

        return {
            "tax": enum(TaxType),
            "base": NUMBER,
            "amount": NUMBER,
            "payment_type": STRING,
        }
