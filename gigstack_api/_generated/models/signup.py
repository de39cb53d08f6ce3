# Written by `make generate` from openapi.yaml; never edited.
"""Signup: A new account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .signup_api_keys import SignupApiKeys
    from .signup_next_steps import SignupNextSteps
    from .signup_subscription import SignupSubscription


@define(kw_only=True, repr=False)
class Signup(Model):
    """A new account."""

    user_id: str | None = None
    """Id of the user (`user_…`)."""
    team_id: str | None = None
    """Id of the team (`team_…`)."""
    billing_account_id: str | None = None
    """Id of the billing account."""
    subscription: SignupSubscription | None = None
    """The plan as subscribed."""
    api_keys: SignupApiKeys | None = None
    """The keys of the team; they are not shown again."""
    next_steps: SignupNextSteps | None = None
    """What is left to do before CFDI can be stamped."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .signup_api_keys import SignupApiKeys
        from .signup_next_steps import SignupNextSteps
        from .signup_subscription import SignupSubscription

        return {
            "user_id": STRING,
            "team_id": STRING,
            "billing_account_id": STRING,
            "subscription": model(SignupSubscription),
            "api_keys": model(SignupApiKeys).as_secret(),
            "next_steps": model(SignupNextSteps),
        }
