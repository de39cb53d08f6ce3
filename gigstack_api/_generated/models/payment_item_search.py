# Written by `make generate` from openapi.yaml; never edited.
"""The model `PaymentItemSearch`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING
from gigstack_api._core.schema.models import Model


class PaymentItemSearch(Model, kw_only=True):
    """Search key of a line item, as it comes back."""

    on_key: str | None = None
    """Name of the field that was matched."""
    on_value: str | None = None
    """Value the field had to have."""
    auto_create: bool | None = None
    """Whether the service was to be created when none matched."""
    safety_check: bool | None = None
    """Has no documented meaning; sent as given. Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "on_key": STRING,
            "on_value": STRING,
            "auto_create": BOOLEAN,
            "safety_check": BOOLEAN,
        }
