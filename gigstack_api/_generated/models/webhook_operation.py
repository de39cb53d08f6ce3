# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookOperation`."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.schema.fields import INTEGER, STRING, FieldType, number
from gigstack_api._core.schema.models import Model, enum_text, needs_conversion


class WebhookOperation(Model):
    """Receipt of a change of a webhook.

    Unverified: no page has it; the successor of CLI 0.3.1 refuses an answer to a creation or
    an update that lacks one of these fields.
    """

    operation_id: str | None
    """The `operation_id` that was sent."""
    team_id: str | None
    """Id of the team."""
    webhook_id: str | None
    """Id of the webhook."""
    action: str | None
    """`create` or `update`."""
    status: str | None
    """`processing`, `completed`, `outcome_unknown` or `conflict`."""
    created_at: int | None
    """When it was asked for (Unix milliseconds)."""
    effect_scope: str | None
    """`shared_team_webhooks`."""
    secret_attempts: int | None
    """How often the secret was written."""
    error: str | None
    """Code of the error, null without one."""
    credential_delivery: str | None
    """`not_replayed`."""

    __slots__ = (
        "operation_id",
        "team_id",
        "webhook_id",
        "action",
        "status",
        "created_at",
        "effect_scope",
        "secret_attempts",
        "error",
        "credential_delivery",
    )

    def __init__(
        self,
        *,
        operation_id: str | None = None,
        team_id: str | None = None,
        webhook_id: str | None = None,
        action: str | None = None,
        status: str | None = None,
        created_at: int | None = None,
        effect_scope: str | None = None,
        secret_attempts: int | None = None,
        error: str | None = None,
        credential_delivery: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.operation_id = operation_id
        self.team_id = team_id
        self.webhook_id = webhook_id
        self.action = action
        self.status = status
        self.created_at = created_at
        self.effect_scope = effect_scope
        self.secret_attempts = secret_attempts
        self.error = error
        self.credential_delivery = credential_delivery
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.operation_id = take("operation_id", None)
        instance.team_id = take("team_id", None)
        instance.webhook_id = take("webhook_id", None)
        instance.action = take("action", None)
        instance.status = take("status", None)
        instance.created_at = take("created_at", None)
        instance.effect_scope = take("effect_scope", None)
        instance.secret_attempts = take("secret_attempts", None)
        instance.error = take("error", None)
        instance.credential_delivery = take("credential_delivery", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.operation_id) is not None:
            fields["operation_id"] = value if type(value) is str else enum_text(value)
        if (value := self.team_id) is not None:
            fields["team_id"] = value if type(value) is str else enum_text(value)
        if (value := self.webhook_id) is not None:
            fields["webhook_id"] = value if type(value) is str else enum_text(value)
        if (value := self.action) is not None:
            fields["action"] = value if type(value) is str else enum_text(value)
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.created_at) is not None:
            fields["created_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.effect_scope) is not None:
            fields["effect_scope"] = value if type(value) is str else enum_text(value)
        if (value := self.secret_attempts) is not None:
            fields["secret_attempts"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.error) is not None:
            fields["error"] = value if type(value) is str else enum_text(value)
        if (value := self.credential_delivery) is not None:
            fields["credential_delivery"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "operation_id": STRING,
            "team_id": STRING,
            "webhook_id": STRING,
            "action": STRING,
            "status": STRING,
            "created_at": number(INTEGER, unit="ms"),
            "effect_scope": STRING,
            "secret_attempts": INTEGER,
            "error": STRING,
            "credential_delivery": STRING,
        }
