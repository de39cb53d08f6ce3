# Written by `make generate` from openapi.yaml; never edited.
"""The model `FiscalInformation`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from gigstack_api.catalogs.tax_regime import TaxRegime


class FiscalInformation(Model, kw_only=True):
    """Fiscal data for one invoice."""

    legal_name: str | None = None
    """Legal name as the SAT has it (razón social)."""
    tax_id: str | None = None
    """RFC, 12 or 13 characters."""
    tax_system: TaxRegime | str | None = None
    """SAT tax regime code."""
    zip: str | None = None
    """Postal code of the fiscal address, five digits."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "legal_name": STRING,
            "tax_id": STRING,
            "tax_system": STRING,
            "zip": STRING,
        }
