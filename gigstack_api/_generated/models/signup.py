# Written by `make generate` from openapi.yaml; never edited.
"""The model `Signup`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class Signup(Model, kw_only=True):
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
    """Steps left before CFDI can be stamped."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "user_id": STRING,
            "team_id": STRING,
            "billing_account_id": STRING,
            "subscription": model(SignupSubscription),
            "api_keys": model(SignupApiKeys).as_secret(),
            "next_steps": model(SignupNextSteps),
        }


# Below the class, since two models may refer to each other.
from .signup_api_keys import SignupApiKeys
from .signup_next_steps import SignupNextSteps
from .signup_subscription import SignupSubscription
