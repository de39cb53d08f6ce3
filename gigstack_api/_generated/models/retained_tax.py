# Written by `make generate` from openapi.yaml; never edited.
"""RetainedTax: A tax of an issued retention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import NUMBER, STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class RetainedTax(Model):
    """A tax of an issued retention."""

    tax: str | None = None
    """Which tax."""
    base: float | None = None
    """Base of the tax in currency units."""
    amount: float | None = None
    """Retained amount in currency units."""
    payment_type: str | None = None
    """SAT code of the kind of payment, two digits: 03 for the ISR and 01 for the IVA of the example; others
    exist."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "tax": STRING,
            "base": NUMBER,
            "amount": NUMBER,
            "payment_type": STRING,
        }
