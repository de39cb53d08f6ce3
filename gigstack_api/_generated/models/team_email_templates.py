# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamEmailTemplates`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model

if TYPE_CHECKING:
    from ..types import TeamEmailTemplateDict


class TeamEmailTemplates(Model, kw_only=True):
    """Texts of the e-mails of a team by kind of document."""

    invoices: TeamEmailTemplate | None = None
    """For invoices."""
    complements: TeamEmailTemplate | None = None
    """For complements."""
    credit_notes: TeamEmailTemplate | None = None
    """For credit notes."""
    payments: TeamEmailTemplate | None = None
    """For payments."""
    receipts: TeamEmailTemplate | None = None
    """For receipts."""
    receipt_reminders: TeamEmailTemplate | None = None
    """For receipt reminders."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            invoices: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
            complements: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
            credit_notes: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
            payments: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
            receipts: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
            receipt_reminders: TeamEmailTemplate | TeamEmailTemplateDict | None = None,
            additional_properties: dict[str, Any] = ...,
        ) -> None: ...

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "invoices": model(TeamEmailTemplate),
            "complements": model(TeamEmailTemplate),
            "credit_notes": model(TeamEmailTemplate),
            "payments": model(TeamEmailTemplate),
            "receipts": model(TeamEmailTemplate),
            "receipt_reminders": model(TeamEmailTemplate),
        }


# Below the class, since two models may refer to each other.
from .team_email_template import TeamEmailTemplate
