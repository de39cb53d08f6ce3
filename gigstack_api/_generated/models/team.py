# Written by `make generate` from openapi.yaml; never edited.
"""The model `Team`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, OBJECT, STRING, array, number
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import ABSENT, is_list, is_object

if TYPE_CHECKING:
    from .team_address import TeamAddress
    from .team_brand import TeamBrand
    from .team_member import TeamMember
    from .team_sat import TeamSat
    from .team_settings import TeamSettings


class Team(Model):
    """A team: an issuer of invoices with its brand, settings and members.

    Other fields than these are possible, since the only full sample is cut off.
    """

    id: str
    """Id (`team_…`)."""
    legal_name: str | None
    """Legal name as the SAT has it (razón social)."""
    name: str | None
    """Name of the team. Only in an older revision of the guide; official clients fall back on
    it.
    """
    address: TeamAddress | None
    """Fiscal address."""
    brand: TeamBrand | None
    """Name and looks."""
    settings: TeamSettings | None
    """Defaults of invoices, taxes, series and e-mails."""
    tax_id: str | None
    """RFC, 12 or 13 characters."""
    tax_system: str | None
    """SAT tax regime code."""
    support_email: str | None
    """E-mail address for its customers."""
    support_phone: str | None
    """Phone number for its customers."""
    owner: str | None
    """Id of the user who owns it."""
    created_at: int | None
    """When it was created (Unix seconds)."""
    credit_limit: int | None
    """How many credits a period has."""
    used_credits: int | None
    """How many credits are used up."""
    credit_period_start: int | None
    """When the period of the credits began (Unix milliseconds, unlike `created_at`)."""
    sat: TeamSat | None
    """Connection with the SAT."""
    members: list[TeamMember] | None
    """Its members."""
    integrations: dict[str, Any] | None
    """Connected services by name of the provider."""
    onboarding_url: str | None
    """Link of the onboarding, when the creation asked for it; treat it as a credential.
    Unverified: that an answer carries it is documented, the name of the field is inferred
    from the field `generate_onboarding_url`.
    """
    onboardingUrl: str | None
    """Link of the onboarding, when the creation asked for it; treat it as a credential.
    Unverified: that an answer carries it is documented, the name of the field is inferred
    from an older generation of the API.
    """

    __slots__ = (
        "id",
        "legal_name",
        "name",
        "address",
        "brand",
        "settings",
        "tax_id",
        "tax_system",
        "support_email",
        "support_phone",
        "owner",
        "created_at",
        "credit_limit",
        "used_credits",
        "credit_period_start",
        "sat",
        "members",
        "integrations",
        "onboarding_url",
        "onboardingUrl",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        legal_name: str | None = None,
        name: str | None = None,
        address: TeamAddress | None = None,
        brand: TeamBrand | None = None,
        settings: TeamSettings | None = None,
        tax_id: str | None = None,
        tax_system: str | None = None,
        support_email: str | None = None,
        support_phone: str | None = None,
        owner: str | None = None,
        created_at: int | None = None,
        credit_limit: int | None = None,
        used_credits: int | None = None,
        credit_period_start: int | None = None,
        sat: TeamSat | None = None,
        members: list[TeamMember] | None = None,
        integrations: dict[str, Any] | None = None,
        onboarding_url: str | None = None,
        onboardingUrl: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.legal_name = legal_name
        self.name = name
        self.address = address
        self.brand = brand
        self.settings = settings
        self.tax_id = tax_id
        self.tax_system = tax_system
        self.support_email = support_email
        self.support_phone = support_phone
        self.owner = owner
        self.created_at = created_at
        self.credit_limit = credit_limit
        self.used_credits = used_credits
        self.credit_period_start = credit_period_start
        self.sat = sat
        self.members = members
        self.integrations = integrations
        self.onboarding_url = onboarding_url
        self.onboardingUrl = onboardingUrl
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        TeamAddress, TeamBrand, TeamMember, TeamSat, TeamSettings = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.legal_name = take("legal_name", None)
        instance.name = take("name", None)
        instance.address = (
            TeamAddress.from_dict(value) if is_object(value := take("address", None)) else value
        )
        instance.brand = (
            TeamBrand.from_dict(value) if is_object(value := take("brand", None)) else value
        )
        instance.settings = (
            TeamSettings.from_dict(value) if is_object(value := take("settings", None)) else value
        )
        instance.tax_id = take("tax_id", None)
        instance.tax_system = take("tax_system", None)
        instance.support_email = take("support_email", None)
        instance.support_phone = take("support_phone", None)
        instance.owner = take("owner", None)
        instance.created_at = take("created_at", None)
        instance.credit_limit = take("credit_limit", None)
        instance.used_credits = take("used_credits", None)
        instance.credit_period_start = take("credit_period_start", None)
        instance.sat = TeamSat.from_dict(value) if is_object(value := take("sat", None)) else value
        instance.members = (
            [TeamMember.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("members", None))
            else value
        )
        instance.integrations = take("integrations", None)
        instance.onboarding_url = take("onboarding_url", None)
        instance.onboardingUrl = take("onboardingUrl", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not ABSENT:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.legal_name) is not None:
            fields["legal_name"] = value if type(value) is str else enum_text(value)
        if (value := self.name) is not None:
            fields["name"] = value if type(value) is str else enum_text(value)
        if (value := self.address) is not None:
            fields["address"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.brand) is not None:
            fields["brand"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.settings) is not None:
            fields["settings"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.tax_id) is not None:
            fields["tax_id"] = value if type(value) is str else enum_text(value)
        if (value := self.tax_system) is not None:
            fields["tax_system"] = value if type(value) is str else enum_text(value)
        if (value := self.support_email) is not None:
            fields["support_email"] = value if type(value) is str else enum_text(value)
        if (value := self.support_phone) is not None:
            fields["support_phone"] = value if type(value) is str else enum_text(value)
        if (value := self.owner) is not None:
            fields["owner"] = value if type(value) is str else enum_text(value)
        if (value := self.created_at) is not None:
            fields["created_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.credit_limit) is not None:
            fields["credit_limit"] = value if (type(value) is int) else needs_conversion()
        if (value := self.used_credits) is not None:
            fields["used_credits"] = value if (type(value) is int) else needs_conversion()
        if (value := self.credit_period_start) is not None:
            fields["credit_period_start"] = value if (type(value) is int) else needs_conversion()
        if (value := self.sat) is not None:
            fields["sat"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.members) is not None:
            fields["members"] = encode_models(value)
        if self.integrations is not None:
            needs_conversion()
        if (value := self.onboarding_url) is not None:
            fields["onboarding_url"] = value if type(value) is str else enum_text(value)
        if (value := self.onboardingUrl) is not None:
            fields["onboardingUrl"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .team_address import TeamAddress
        from .team_brand import TeamBrand
        from .team_member import TeamMember
        from .team_sat import TeamSat
        from .team_settings import TeamSettings

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


@cache
def _nested() -> tuple[
    type[TeamAddress],
    type[TeamBrand],
    type[TeamMember],
    type[TeamSat],
    type[TeamSettings],
]:
    """The classes of nested values, imported when the first object is read."""
    from .team_address import TeamAddress
    from .team_brand import TeamBrand
    from .team_member import TeamMember
    from .team_sat import TeamSat
    from .team_settings import TeamSettings

    return TeamAddress, TeamBrand, TeamMember, TeamSat, TeamSettings
