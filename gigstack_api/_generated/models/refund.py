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
    """Money given back.

    Unverified: the only example is cut right after the id, within a key that begins with
    "it"; the other fields are inferred from that and from the request.
    """

    id: str | None = None
    """Id (`refund_…`)."""
    items: list[PaymentItem] | None = None
    """The items refunded. Unverified: inferred from the first letters of a key."""
    amount: float | None = None
    """How much in currency units. Unverified: inferred from the request."""
    reason: str | None = None
    """Why. Unverified: inferred from the request."""

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
