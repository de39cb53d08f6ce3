# Written by `make generate` from openapi.yaml; never edited.
"""The model `Team`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, OBJECT, STRING, array, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class Team(Model, kw_only=True):
    """A team: an issuer of invoices with its brand, settings and members."""

    id: str = ABSENT
    """Id (`team_…`)."""
    legal_name: str | None = None
    """Legal name as the SAT has it (razón social)."""
    name: str | None = None
    """Name of the team; `brand` holds it too."""
    address: TeamAddress | None = None
    """Fiscal address."""
    brand: TeamBrand | None = None
    """Name and looks."""
    settings: TeamSettings | None = None
    """Defaults of invoices, taxes, series and e-mails."""
    tax_id: str | None = None
    """RFC, 12 or 13 characters."""
    tax_system: str | None = None
    """SAT tax regime code."""
    support_email: str | None = None
    """E-mail address for its customers."""
    support_phone: str | None = None
    """Phone number for its customers."""
    owner: str | None = None
    """Id of the user who owns it."""
    created_at: int | None = None
    """When it was created (Unix seconds)."""
    credit_limit: int | None = None
    """How many credits a period has."""
    used_credits: int | None = None
    """How many credits are used up."""
    credit_period_start: int | None = None
    """When the period of the credits began (Unix milliseconds, unlike `created_at`)."""
    sat: TeamSat | None = None
    """Connection with the SAT."""
    members: list[TeamMember] | None = None
    """Its members."""
    integrations: dict[str, Any] | None = None
    """Connected services by name of the provider."""
    onboarding_url: str | None = None
    """Link of the onboarding, when the creation asked for it; treat it as a credential. Not
    confirmed by the API's documentation.
    """
    onboardingUrl: str | None = None
    """Link of the onboarding, when the creation asked for it; treat it as a credential. Not
    confirmed by the API's documentation.
    """

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING.always(),
            "legal_name": STRING,
            "name": STRING,
            "address": model(TeamAddress),
            "brand": model(TeamBrand),
            "settings": model(TeamSettings),
            "tax_id": STRING,
            "tax_system": STRING,
            "support_email": STRING,
            "support_phone": STRING,
            "owner": STRING,
            "created_at": number(INTEGER, unit="s"),
            "credit_limit": INTEGER,
            "used_credits": INTEGER,
            "credit_period_start": number(INTEGER, unit="ms"),
            "sat": model(TeamSat),
            "members": array(model(TeamMember)),
            "integrations": OBJECT,
            "onboarding_url": STRING.as_secret(),
            "onboardingUrl": STRING.as_secret(),
        }


# Below the class, since two models may refer to each other.
from .team_address import TeamAddress
from .team_brand import TeamBrand
from .team_member import TeamMember
from .team_sat import TeamSat
from .team_settings import TeamSettings
