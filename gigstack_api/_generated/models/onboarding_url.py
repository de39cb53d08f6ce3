# Written by `make generate` from openapi.yaml; never edited.
"""OnboardingUrl: Link to the fiscal onboarding of a team; it carries a credential. One of the
spellings is filled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class OnboardingUrl(Model):
    """Link to the fiscal onboarding of a team; it carries a credential. One of the
    spellings is filled."""

    onboarding_url: str | None
    """Address of the onboarding; treat it as a credential. Unverified: inferred from the
    field `generate_onboarding_url`; the most likely spelling."""
    onboardingUrl: str | None
    """Address of the onboarding; treat it as a credential. Unverified: inferred from an
    older generation of the API."""
    url: str | None
    """Address of the onboarding; treat it as a credential. Unverified: inferred from other
    links of the API."""

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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.onboarding_url = take("onboarding_url", None)
        made.onboardingUrl = take("onboardingUrl", None)
        made.url = take("url", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.onboarding_url) is not None:
            made["onboarding_url"] = value if type(value) is str else plain_text(value)
        if (value := self.onboardingUrl) is not None:
            made["onboardingUrl"] = value if type(value) is str else plain_text(value)
        if (value := self.url) is not None:
            made["url"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "onboarding_url": STRING.as_secret(),
            "onboardingUrl": STRING.as_secret(),
            "url": STRING.as_secret(),
        }
