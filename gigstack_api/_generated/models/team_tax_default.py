# Written by `make generate` from openapi.yaml; never edited.
"""TeamTaxDefault: A tax that items get by default. Unverified: its page was not seen; `type` and `rate` are in a sample, the
other fields are what an integrator reads, and an official client accepts any keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, NUMBER, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .tax_factor import TaxFactor
    from .tax_type import TaxType


@define(kw_only=True, repr=False)
class TeamTaxDefault(Model):
    """A tax that items get by default. Unverified: its page was not seen; `type` and `rate` are in a sample,
    the other fields are what an integrator reads, and an official client accepts any keys."""

    type: TaxType | str | None = None
    """Which tax."""
    rate: float | None = None
    """Rate as a fraction (0.16 is 16 %); an integrator is ready for a percentage above 1 too."""
    factor: TaxFactor | str | None = None
    """How the rate is applied."""
    inclusive: bool | None = None
    """Whether the price already contains the tax."""
    withholding: bool | None = None
    """Whether the tax is withheld."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .tax_factor import TaxFactor
        from .tax_type import TaxType

        return {
            "type": enum(TaxType),
            "rate": NUMBER,
            "factor": enum(TaxFactor),
            "inclusive": BOOLEAN,
            "withholding": BOOLEAN,
        }
