# Written by `make generate` from openapi.yaml; never edited.
"""The model `OnboardingUrl`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class OnboardingUrl(Model):
    """Link to the fiscal onboarding of a team; it carries a credential.

    One of the spellings is filled.
    """

    onboarding_url: str | None
    """Address of the onboarding; treat it as a credential. Unverified: inferred from the field
    `generate_onboarding_url`; the most likely spelling.
    """
    onboardingUrl: str | None
    """Address of the onboarding; treat it as a credential. Unverified: inferred from an older
    generation of the API.
    """
    url: str | None
    """Address of the onboarding; treat it as a credential. Unverified: inferred from other links
    of the API.
    """

    __slots__ = (
        "onboarding_url",
        "onboardingUrl",
        "url",
    )

    def __init__(
        self,
        *,
        onboarding_url: str | None = None,
        onboardingUrl: str | None = None,
        url: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.onboarding_url = onboarding_url
        self.onboardingUrl = onboardingUrl
        self.url = url
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.onboarding_url = take("onboarding_url", None)
        instance.onboardingUrl = take("onboardingUrl", None)
        instance.url = take("url", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.onboarding_url) is not None:
            fields["onboarding_url"] = value if type(value) is str else enum_text(value)
        if (value := self.onboardingUrl) is not None:
            fields["onboardingUrl"] = value if type(value) is str else enum_text(value)
        if (value := self.url) is not None:
            fields["url"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "onboarding_url": STRING.as_secret(),
            "onboardingUrl": STRING.as_secret(),
            "url": STRING.as_secret(),
        }
