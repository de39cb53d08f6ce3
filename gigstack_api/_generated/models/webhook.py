# Written by `make generate` from openapi.yaml; never edited.
"""The model `Webhook`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, array, enum, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class Webhook(Model, kw_only=True):
    """A subscription of an address to events."""

    id: str = ABSENT
    """Id (`wh_…`)."""
    url: str = ABSENT
    """Address the events are sent to."""
    events: list[WebhookEventType | str] | None = None
    """Events it gets."""
    status: WebhookStatus | str | None = None
    """Whether events are delivered."""
    description: str | None = None
    """Purpose."""
    owner: str | None = None
    """Id of the user who owns it."""
    created_at: int = ABSENT
    """When it was created (Unix milliseconds)."""
    version: WebhookVersion | str | None = None
    """Version of its deliveries."""
    type: WebhookType | str | None = None
    """Special kind, null for an ordinary one."""
    revision: str | None = None
    """State of its settings, 64 hexadecimal digits; the `expected_revision` of an update or
    deletion.
    """
    effect_scope: str | None = None
    """Scope of a change: `shared_team_webhooks`, since live and test mode share their webhooks."""
    security: WebhookSecurity | None = None
    """Headers of your own that go with each delivery."""
    signing: WebhookSigning | None = None
    """Signing of its deliveries."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING.always(),
            "url": STRING.as_secret().always(),
            "events": array(enum(WebhookEventType)),
            "status": enum(WebhookStatus),
            "description": STRING,
            "owner": STRING,
            "created_at": number(INTEGER, unit="ms").always(),
            "version": enum(WebhookVersion),
            "type": enum(WebhookType),
            "revision": STRING,
            "effect_scope": STRING,
            "security": model(WebhookSecurity),
            "signing": model(WebhookSigning),
        }


# Below the class, since two models may refer to each other.
from .webhook_event_type import WebhookEventType
from .webhook_security import WebhookSecurity
from .webhook_signing import WebhookSigning
from .webhook_status import WebhookStatus
from .webhook_type import WebhookType
from .webhook_version import WebhookVersion
