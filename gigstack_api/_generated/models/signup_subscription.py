# Written by `make generate` from openapi.yaml; never edited.
"""The model `SignupSubscription`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class SignupSubscription(Model, kw_only=True):
    """The plan of a new account."""

    id: str | None = None
    """Id of the subscription."""
    status: str | None = None
    """State of the subscription."""
    current_period_end: int | None = None
    """End of the period that is paid (Unix seconds)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "status": STRING,
            "current_period_end": number(INTEGER, unit="s"),
        }
