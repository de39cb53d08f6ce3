# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamTaxDefault`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, enum
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from decimal import Decimal


class TeamTaxDefault(Model, kw_only=True):
    """A tax that items get by default."""

    type: TaxType | str | None = None
    """Which tax."""
    rate: float | None = None
    """Rate as a fraction (0.16 is 16 %)."""
    factor: TaxFactor | str | None = None
    """How the rate is applied."""
    inclusive: bool | None = None
    """Whether the price already contains the tax."""
    withholding: bool | None = None
    """Whether the tax is withheld."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: TaxType | str | None = None,
            rate: float | Decimal | None = None,
            factor: TaxFactor | str | None = None,
            inclusive: bool | None = None,
            withholding: bool | None = None,
            additional_properties: dict[str, Any] = ...,
        ) -> None: ...

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
