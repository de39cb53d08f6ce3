# Written by `make generate` from openapi.yaml; never edited.
"""The model `OnboardingUrl`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class OnboardingUrl(Model, kw_only=True):
    """Link to the fiscal onboarding of a team; it carries a credential.

    One of the fields holds it.
    """

    onboarding_url: str | None = None
    """Address of the onboarding; treat it as a credential. Not confirmed by the API's
    documentation.
    """
    onboardingUrl: str | None = None
    """Address of the onboarding; treat it as a credential. Not confirmed by the API's
    documentation.
    """
    url: str | None = None
    """Address of the onboarding; treat it as a credential. Not confirmed by the API's
    documentation.
    """

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "onboarding_url": STRING.as_secret(),
            "onboardingUrl": STRING.as_secret(),
            "url": STRING.as_secret(),
        }
