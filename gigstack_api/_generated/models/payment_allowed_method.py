# Written by `make generate` from openapi.yaml; never edited.
"""The model `PaymentAllowedMethod`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import enum
from gigstack_api._core.schema.models import Model


class PaymentAllowedMethod(Model, kw_only=True):
    """A way in which a payment can be paid."""

    id: AllowedPaymentMethod | str | None = None
    """Which way, for example `card`."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": enum(AllowedPaymentMethod),
        }


# Below the class, since two models may refer to each other.
from .allowed_payment_method import AllowedPaymentMethod
