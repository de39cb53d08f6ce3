# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamPaymentReminders`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class TeamPaymentReminders(Model, kw_only=True):
    """Reminders of payments that a team sends."""

    days: int | None = None
    """How many days before or after the due date, 0 or more. Not confirmed by the API's
    documentation.
    """
    enabled: bool | None = None
    """Whether they are sent."""
    before_body: str | None = None
    """Text of the reminder before the due date."""
    before_subject: str | None = None
    """Subject of the reminder before the due date."""
    after_body: str | None = None
    """Text of the reminder after the due date."""
    after_subject: str | None = None
    """Subject of the reminder after the due date."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "days": number(INTEGER, low=0.0),
            "enabled": BOOLEAN,
            "before_body": STRING,
            "before_subject": STRING,
            "after_body": STRING,
            "after_subject": STRING,
        }
