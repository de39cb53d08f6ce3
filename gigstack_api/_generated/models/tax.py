# Written by `make generate` from openapi.yaml; never edited.
"""Tax: A tax of a line item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, NUMBER, STRING, Kind, enum, one_of
from ..._core.model import Model

if TYPE_CHECKING:
    from .tax_factor import TaxFactor
    from .tax_type import TaxType


@define(kw_only=True, repr=False)
class Tax(Model):
    """A tax of a line item."""

    type: TaxType | str | None = None
    """Which tax."""
    rate: float | str | None = None
    """Rate as a fraction (0.16 is 16 %; a withheld IVA can be 0.106667). Can come back as a text."""
    factor: TaxFactor | str | None = None
    """How the rate is applied."""
    base: float | str | None = None
    """Base of the tax in currency units. Settled: the docs show the text "01" here, an evident slip of the
    sample; stored documents hold amounts."""
    inclusive: bool | None = None
    """Whether the price already contains the tax. Unverified: taken to be false when left out."""
    withholding: bool | None = None
    """Whether the tax is withheld. Unverified: taken to be false when left out."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .tax_factor import TaxFactor
        from .tax_type import TaxType

        return {
            "type": enum(TaxType),
            "rate": one_of(NUMBER, STRING),
            "factor": enum(TaxFactor),
            "base": one_of(NUMBER, STRING),
            "inclusive": BOOLEAN,
            "withholding": BOOLEAN,
        }
