# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookOperation`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class WebhookOperation(Model, kw_only=True):
    """Receipt of a change of a webhook."""

    operation_id: str | None = None
    """The `operation_id` that was sent."""
    team_id: str | None = None
    """Id of the team."""
    webhook_id: str | None = None
    """Id of the webhook."""
    action: str | None = None
    """`create` or `update`."""
    status: str | None = None
    """`processing`, `completed`, `outcome_unknown` or `conflict`."""
    created_at: int | None = None
    """When it was asked for (Unix milliseconds)."""
    effect_scope: str | None = None
    """`shared_team_webhooks`."""
    secret_attempts: int | None = None
    """How often the secret was written."""
    error: str | None = None
    """Code of the error, null without one."""
    credential_delivery: str | None = None
    """`not_replayed`."""

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
