# Written by `make generate` from openapi.yaml; never edited.
"""The model `ItemSearch`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING
from gigstack_api._core.schema.models import Model


class ItemSearch(Model, kw_only=True):
    """Search key that finds the service of a line item, or creates it."""

    on_key: str | None = None
    """Name of the field to match, for example `sku`."""
    on_value: str | None = None
    """Value the field must have."""
    auto_create: bool | None = None
    """Whether to create the service when none matches."""
    update: bool | None = None
    """Whether a match is updated. Not confirmed by the API's documentation."""
    safety_check: bool | None = None
    """Has no documented meaning; sent as given. Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "on_key": STRING,
            "on_value": STRING,
            "auto_create": BOOLEAN,
            "update": BOOLEAN,
            "safety_check": BOOLEAN,
        }
