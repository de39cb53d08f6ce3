# Written by `make generate` from openapi.yaml; never edited.
"""The model `ThirdParty`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from gigstack_api.catalogs.tax_regime import TaxRegime


class ThirdParty(Model, kw_only=True):
    """Third party on whose behalf a line item is charged."""

    legal_name: str | None = None
    """Legal name."""
    tax_id: str | None = None
    """RFC."""
    tax_system: str | None = None
    """SAT tax regime code."""
    zip: str | None = None
    """Postal code, five digits."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            legal_name: str | None = None,
            tax_id: str | None = None,
            tax_system: TaxRegime | str | None = None,
            zip: str | None = None,
            additional_properties: dict[str, Any] = ...,
        ) -> None: ...

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "legal_name": STRING,
            "tax_id": STRING,
            "tax_system": STRING,
            "zip": STRING,
        }
