# Written by `make generate` from openapi.yaml; never edited.
"""The model `HydrocarbonsComplement`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class HydrocarbonsComplement(Model, kw_only=True):
    """Data of a sale of fuel."""

    permit_type: str | None = None
    """Kind of permit."""
    permit_number: str | None = None
    """Number of the permit."""
    fuel_code: str | None = None
    """Code of the fuel."""
    fuel_sub_product: str | None = None
    """Code of the variety of the fuel."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "permit_type": STRING,
            "permit_number": STRING,
            "fuel_code": STRING,
            "fuel_sub_product": STRING,
        }
