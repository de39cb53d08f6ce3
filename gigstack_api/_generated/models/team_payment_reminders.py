# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamPaymentReminders`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class TeamPaymentReminders(Model):
    """Reminders of payments that a team sends."""

    days: int | None
    """How many days before or after the due date, 0 or more. Unverified: what is counted is
    inferred from the names beside it.
    """
    enabled: bool | None
    """Whether they are sent."""
    before_body: str | None
    """Text of the reminder before the due date."""
    before_subject: str | None
    """Subject of the reminder before the due date."""
    after_body: str | None
    """Text of the reminder after the due date."""
    after_subject: str | None
    """Subject of the reminder after the due date."""

    __slots__ = (
        "days",
        "enabled",
        "before_body",
        "before_subject",
        "after_body",
        "after_subject",
    )

    def __init__(
        self,
        *,
        days: int | None = None,
        enabled: bool | None = None,
        before_body: str | None = None,
        before_subject: str | None = None,
        after_body: str | None = None,
        after_subject: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.days = days
        self.enabled = enabled
        self.before_body = before_body
        self.before_subject = before_subject
        self.after_body = after_body
        self.after_subject = after_subject
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.days = take("days", None)
        instance.enabled = take("enabled", None)
        instance.before_body = take("before_body", None)
        instance.before_subject = take("before_subject", None)
        instance.after_body = take("after_body", None)
        instance.after_subject = take("after_subject", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.days) is not None:
            fields["days"] = value if (type(value) is int) and value >= 0.0 else needs_conversion()
        if (value := self.enabled) is not None:
            fields["enabled"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.before_body) is not None:
            fields["before_body"] = value if type(value) is str else enum_text(value)
        if (value := self.before_subject) is not None:
            fields["before_subject"] = value if type(value) is str else enum_text(value)
        if (value := self.after_body) is not None:
            fields["after_body"] = value if type(value) is str else enum_text(value)
        if (value := self.after_subject) is not None:
            fields["after_subject"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

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
