# Written by `make generate` from openapi.yaml; never edited.
"""TeamEmailTemplate: Texts of one kind of e-mail by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import Kind, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .team_email_text import TeamEmailText


@define(kw_only=True, repr=False)
class TeamEmailTemplate(Model):
    """Texts of one kind of e-mail by language."""

    es: TeamEmailText | None = None
    """In Spanish."""
    en: TeamEmailText | None = None
    """In English."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .team_email_text import TeamEmailText

        return {
            "es": model(TeamEmailText),
            "en": model(TeamEmailText),
        }
