# Written by `make generate` from openapi.yaml; never edited.
"""The model `PaymentItemPatch`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class PaymentItemPatch(Model, kw_only=True):
    """New text of an item of a payment; other fields are refused."""

    id: str | None = None
    """Id of the item inside the payment."""
    description: str | None = None
    """Text that replaces the present one."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "description": STRING,
        }
