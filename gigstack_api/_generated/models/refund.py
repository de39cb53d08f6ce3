# Written by `make generate` from openapi.yaml; never edited.
"""The model `Refund`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, array
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class Refund(Model, kw_only=True):
    """Money given back."""

    id: str | None = None
    """Id (`refund_…`)."""
    items: list[PaymentItem] | None = None
    """The items refunded. Not confirmed by the API's documentation."""
    amount: float | None = None
    """How much in currency units. Not confirmed by the API's documentation."""
    reason: str | None = None
    """Why. Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "items": array(model(PaymentItem)),
            "amount": NUMBER,
            "reason": STRING,
        }


# Below the class, since two models may refer to each other.
from .payment_item import PaymentItem
