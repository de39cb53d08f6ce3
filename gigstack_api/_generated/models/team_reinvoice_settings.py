# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamReinvoiceSettings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, enum, number
from gigstack_api._core.schema.models import Model


class TeamReinvoiceSettings(Model, kw_only=True):
    """Handling of an invoice that is issued anew."""

    window_days: int | None = None
    """How many days it can be issued anew, 0 or more."""
    handler: RefundHandler | str | None = None
    """Handling of the former invoice."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "window_days": number(INTEGER, low=0.0),
            "handler": enum(RefundHandler),
        }


# Below the class, since two models may refer to each other.
from .refund_handler import RefundHandler
