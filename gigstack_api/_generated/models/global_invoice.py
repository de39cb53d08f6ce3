# Written by `make generate` from openapi.yaml; never edited.
"""GlobalInvoice: Period of a global invoice, the one for sales to the general public (RFC XAXX010101000). gigstack makes it by
itself at the end of the month from the receipts that no client invoiced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import INTEGER, STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class GlobalInvoice(Model):
    """Period of a global invoice, the one for sales to the general public (RFC XAXX010101000). gigstack makes
    it by itself at the end of the month from the receipts that no client invoiced."""

    periodicity: str | None = None
    """SAT periodicity, 01 to 05."""
    months: str | None = None
    """SAT month (01 to 12) or bimester (13 to 18)."""
    year: int | None = None
    """Year, four digits."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "periodicity": STRING,
            "months": STRING,
            "year": INTEGER,
        }
