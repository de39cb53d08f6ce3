# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamRefundSettings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, enum
from gigstack_api._core.schema.models import Model


class TeamRefundSettings(Model, kw_only=True):
    """Handling of refunds."""

    automatic_refunds: bool | None = None
    """Whether refunds are handled by themselves."""
    current_month_handler: RefundHandler | str | None = None
    """Handling of an invoice of the current month."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "automatic_refunds": BOOLEAN,
            "current_month_handler": enum(RefundHandler),
        }


# Below the class, since two models may refer to each other.
from .refund_handler import RefundHandler
