# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookEvent`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, NUMBER, STRING, enum, number, one_of
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class WebhookEvent(Model, kw_only=True):
    """An event as gigstack sends it to the address of a webhook."""

    id: str | None = None
    """Id of the event, one of its own; use it to recognize a repeated delivery."""
    type: WebhookEventType | str | None = None
    """Kind of event."""
    created: int | None = None
    """When it happened (Unix milliseconds)."""
    livemode: bool | None = None
    """Whether it belongs to live mode; one webhook gets the events of both modes."""
    data: WebhookEventData | None = None
    """Subject of the event."""
    event: WebhookEventType | str | None = None
    """Kind of event, where `type` is missing."""
    timestamp: str | float | None = None
    """When it happened (ISO 8601 text), where `created` is missing."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "type": enum(WebhookEventType),
            "created": number(INTEGER, unit="ms"),
            "livemode": BOOLEAN,
            "data": model(WebhookEventData),
            "event": enum(WebhookEventType),
            "timestamp": one_of(STRING, NUMBER),
        }


# Below the class, since two models may refer to each other.
from .webhook_event_data import WebhookEventData
from .webhook_event_type import WebhookEventType
