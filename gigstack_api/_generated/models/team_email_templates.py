# Written by `make generate` from openapi.yaml; never edited.
"""TeamEmailTemplates: Texts of the e-mails of a team by kind of document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import Kind, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .team_email_template import TeamEmailTemplate


@define(kw_only=True, repr=False)
class TeamEmailTemplates(Model):
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

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .team_email_template import TeamEmailTemplate

        return {
            "invoices": model(TeamEmailTemplate),
            "complements": model(TeamEmailTemplate),
            "credit_notes": model(TeamEmailTemplate),
            "payments": model(TeamEmailTemplate),
            "receipts": model(TeamEmailTemplate),
            "receipt_reminders": model(TeamEmailTemplate),
        }
