# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamTaxDefault`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, FieldType, enum
from gigstack_api._core.schema.models import Model


class TeamTaxDefault(Model, kw_only=True):
    """A tax that items get by default.

    Unverified: its page was not seen; `type` and `rate` are in a sample, the other fields are
    what an integrator reads, and an official client accepts any keys.
    """

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
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "type": enum(TaxType),
            "rate": NUMBER,
            "factor": enum(TaxFactor),
            "inclusive": BOOLEAN,
            "withholding": BOOLEAN,
        }


# Below the class, since two models may refer to each other.
from .tax_factor import TaxFactor
from .tax_type import TaxType
