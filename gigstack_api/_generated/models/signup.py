# Written by `make generate` from openapi.yaml; never edited.
"""The model `Signup`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import is_object

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
    """Steps left before CFDI can be stamped."""

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        SignupApiKeys, SignupNextSteps, SignupSubscription = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.user_id = take("user_id", None)
        instance.team_id = take("team_id", None)
        instance.billing_account_id = take("billing_account_id", None)
        instance.subscription = (
            SignupSubscription.from_dict(value)
            if is_object(value := take("subscription", None))
            else value
        )
        instance.api_keys = (
            SignupApiKeys.from_dict(value) if is_object(value := take("api_keys", None)) else value
        )
        instance.next_steps = (
            SignupNextSteps.from_dict(value)
            if is_object(value := take("next_steps", None))
            else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.user_id) is not None:
            fields["user_id"] = value if type(value) is str else enum_text(value)
        if (value := self.team_id) is not None:
            fields["team_id"] = value if type(value) is str else enum_text(value)
        if (value := self.billing_account_id) is not None:
            fields["billing_account_id"] = value if type(value) is str else enum_text(value)
        if (value := self.subscription) is not None:
            fields["subscription"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.api_keys) is not None:
            fields["api_keys"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.next_steps) is not None:
            fields["next_steps"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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
    """The classes of nested values, imported when the first object is read."""
    from .signup_api_keys import SignupApiKeys
    from .signup_next_steps import SignupNextSteps
    from .signup_subscription import SignupSubscription

    return SignupApiKeys, SignupNextSteps, SignupSubscription
