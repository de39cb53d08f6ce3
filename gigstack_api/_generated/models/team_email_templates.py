# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamEmailTemplates`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import is_object

if TYPE_CHECKING:
    from ..types import TeamEmailTemplateDict
    from .team_email_template import TeamEmailTemplate


class TeamEmailTemplates(Model):
    """Texts of the e-mails of a team by kind of document."""

    invoices: TeamEmailTemplate | None
    """For invoices."""
    complements: TeamEmailTemplate | None
    """For complements."""
    credit_notes: TeamEmailTemplate | None
    """For credit notes."""
    payments: TeamEmailTemplate | None
    """For payments."""
    receipts: TeamEmailTemplate | None
    """For receipts."""
    receipt_reminders: TeamEmailTemplate | None
    """For receipt reminders."""

    __slots__ = (
        "invoices",
        "complements",
        "credit_notes",
        "payments",
        "receipts",
        "receipt_reminders",
    )

    def __init__(
        self,
        *,
        invoices: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
        complements: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
        credit_notes: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
        payments: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
        receipts: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
        receipt_reminders: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.invoices = invoices  # type: ignore[assignment]  # written as an argument, read as an answer
        self.complements = complements  # type: ignore[assignment]  # written as an argument, read as an answer
        self.credit_notes = credit_notes  # type: ignore[assignment]  # written as an argument, read as an answer
        self.payments = payments  # type: ignore[assignment]  # written as an argument, read as an answer
        self.receipts = receipts  # type: ignore[assignment]  # written as an argument, read as an answer
        self.receipt_reminders = receipt_reminders  # type: ignore[assignment]  # written as an argument, read as an answer
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (TeamEmailTemplate,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.invoices = (
            TeamEmailTemplate.from_dict(value)
            if is_object(value := take("invoices", None))
            else value
        )
        instance.complements = (
            TeamEmailTemplate.from_dict(value)
            if is_object(value := take("complements", None))
            else value
        )
        instance.credit_notes = (
            TeamEmailTemplate.from_dict(value)
            if is_object(value := take("credit_notes", None))
            else value
        )
        instance.payments = (
            TeamEmailTemplate.from_dict(value)
            if is_object(value := take("payments", None))
            else value
        )
        instance.receipts = (
            TeamEmailTemplate.from_dict(value)
            if is_object(value := take("receipts", None))
            else value
        )
        instance.receipt_reminders = (
            TeamEmailTemplate.from_dict(value)
            if is_object(value := take("receipt_reminders", None))
            else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.invoices) is not None:
            fields["invoices"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.complements) is not None:
            fields["complements"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.credit_notes) is not None:
            fields["credit_notes"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.payments) is not None:
            fields["payments"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.receipts) is not None:
            fields["receipts"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.receipt_reminders) is not None:
            fields["receipt_reminders"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .team_email_template import TeamEmailTemplate

        return {
            "invoices": model(TeamEmailTemplate),
            "complements": model(TeamEmailTemplate),
            "credit_notes": model(TeamEmailTemplate),
            "payments": model(TeamEmailTemplate),
            "receipts": model(TeamEmailTemplate),
            "receipt_reminders": model(TeamEmailTemplate),
        }


@cache
def _nested() -> tuple[type[TeamEmailTemplate],]:
    """The classes of nested values, imported when the first object is read."""
    from .team_email_template import TeamEmailTemplate

    return (TeamEmailTemplate,)
