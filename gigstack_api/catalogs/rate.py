"""A row of the table of rates: a fixed rate, or a range of them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class TaxRate(NamedTuple):
    """A rate that CFDI 4.0 allows; all rates from `lowest` to `highest`, if they differ."""

    tax: str
    """ISR, IVA or IEPS."""
    factor: str
    """Tasa: a fraction of the base. Cuota: pesos for each unit."""
    lowest: Decimal
    highest: Decimal
    transferred: bool
    """Whether a tax that is charged may have it."""
    withheld: bool
    """Whether a tax that is withheld may have it."""

    def allows(self, rate: Decimal) -> bool:
        """Whether the rate is this one, or in this range."""
        return self.lowest <= rate <= self.highest
