# Written by `make generate` from openapi.yaml; never edited.
"""The model `Tax`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, STRING, enum, one_of
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from decimal import Decimal


class Tax(Model, kw_only=True):
    """A tax of a line item."""

    type: TaxType | str | None = None
    """Which tax."""
    rate: float | str | None = None
    """Rate as a fraction (0.16 is 16 %; a withheld IVA can be 0.106667). Can come back as a
    text.
    """
    factor: TaxFactor | str | None = None
    """How the rate is applied."""
    base: float | str | None = None
    """Base of the tax in currency units."""
    inclusive: bool | None = None
    """Whether the price already contains the tax. Send it where it matters: its default is not
    documented.
    """
    withholding: bool | None = None
    """Whether the tax is withheld. Send it where it matters: its default is not documented."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: TaxType | str | None = None,
            rate: float | Decimal | str | None = None,
            factor: TaxFactor | str | None = None,
            base: float | Decimal | str | None = None,
            inclusive: bool | None = None,
            withholding: bool | None = None,
            additional_properties: dict[str, Any] = ...,
        ) -> None: ...

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "type": enum(TaxType),
            "rate": one_of(NUMBER, STRING),
            "factor": enum(TaxFactor),
            "base": one_of(NUMBER, STRING),
            "inclusive": BOOLEAN,
            "withholding": BOOLEAN,
        }


# Below the class, since two models may refer to each other.
from .tax_factor import TaxFactor
from .tax_type import TaxType
