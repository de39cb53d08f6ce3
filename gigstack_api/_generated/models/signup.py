# Written by `make generate` from openapi.yaml; never edited.
"""Signup: A new account."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
    model,
)
from gigstack_api._core.model import Model, not_plain, plain_text
from gigstack_api._core.shapes import is_object

if TYPE_CHECKING:
    from .signup_api_keys import SignupApiKeys
    from .signup_next_steps import SignupNextSteps
    from .signup_subscription import SignupSubscription


class Signup(Model):
    """A new account."""

    user_id: str | None
    """Id of the user (`user_…`)."""
    team_id: str | None
    """Id of the team (`team_…`)."""
    billing_account_id: str | None
    """Id of the billing account."""
    subscription: SignupSubscription | None
    """The plan as subscribed."""
    api_keys: SignupApiKeys | None
    """The keys of the team; they are not shown again."""
    next_steps: SignupNextSteps | None
    """What is left to do before CFDI can be stamped."""

    __slots__ = (
        "user_id",
        "team_id",
        "billing_account_id",
        "subscription",
        "api_keys",
        "next_steps",
    )

    def __init__(
        self,
        *,
        user_id: str | None = None,
        team_id: str | None = None,
        billing_account_id: str | None = None,
        subscription: SignupSubscription | None = None,
        api_keys: SignupApiKeys | None = None,
        next_steps: SignupNextSteps | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.user_id = user_id
        self.team_id = team_id
        self.billing_account_id = billing_account_id
        self.subscription = subscription
        self.api_keys = api_keys
        self.next_steps = next_steps
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        SignupApiKeys, SignupNextSteps, SignupSubscription = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.user_id = take("user_id", None)
        made.team_id = take("team_id", None)
        made.billing_account_id = take("billing_account_id", None)
        made.subscription = (
            SignupSubscription.from_dict(value)
            if is_object(value := take("subscription", None))
            else value
        )
        made.api_keys = (
            SignupApiKeys.from_dict(value) if is_object(value := take("api_keys", None)) else value
        )
        made.next_steps = (
            SignupNextSteps.from_dict(value)
            if is_object(value := take("next_steps", None))
            else value
        )
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.user_id) is not None:
            made["user_id"] = value if type(value) is str else plain_text(value)
        if (value := self.team_id) is not None:
            made["team_id"] = value if type(value) is str else plain_text(value)
        if (value := self.billing_account_id) is not None:
            made["billing_account_id"] = value if type(value) is str else plain_text(value)
        if (value := self.subscription) is not None:
            made["subscription"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        if (value := self.api_keys) is not None:
            made["api_keys"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        if (value := self.next_steps) is not None:
            made["next_steps"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        return not_plain() if self.additional_properties else made

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


@cache
def _nested() -> tuple[
    type[SignupApiKeys],
    type[SignupNextSteps],
    type[SignupSubscription],
]:
    """The classes of nested values, loaded when the first model is read."""
    from .signup_api_keys import SignupApiKeys
    from .signup_next_steps import SignupNextSteps
    from .signup_subscription import SignupSubscription

    return SignupApiKeys, SignupNextSteps, SignupSubscription
