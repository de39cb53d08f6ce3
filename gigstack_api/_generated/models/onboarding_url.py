# Written by `make generate` from openapi.yaml; never edited.
"""OnboardingUrl: Link to the fiscal onboarding of a team; it carries a credential. One of the spellings is filled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class OnboardingUrl(Model):
    """Link to the fiscal onboarding of a team; it carries a credential. One of the spellings is filled."""

    onboarding_url: str | None = None
    """Address of the onboarding; treat it as a credential. Unverified: inferred from the field
    `generate_onboarding_url`; the most likely spelling."""
    onboardingUrl: str | None = None
    """Address of the onboarding; treat it as a credential. Unverified: inferred from an older generation of the
    API."""
    url: str | None = None
    """Address of the onboarding; treat it as a credential. Unverified: inferred from other links of the API."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "onboarding_url": STRING.as_secret(),
            "onboardingUrl": STRING.as_secret(),
            "url": STRING.as_secret(),
        }
