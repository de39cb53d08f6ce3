# Written by `make generate` from openapi.yaml; never edited.
"""The model `ItemComplement`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class ItemComplement(Model, kw_only=True):
    """Complement of a line item of a receipt."""

    hydrocarbons: HydrocarbonsComplement | None = None
    """Data of a sale of fuel."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "hydrocarbons": model(HydrocarbonsComplement),
        }


# Below the class, since two models may refer to each other.
from .hydrocarbons_complement import HydrocarbonsComplement
