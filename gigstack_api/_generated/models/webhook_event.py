# Written by `make generate` from openapi.yaml; never edited.
"""WebhookEvent: What gigstack sends to the address of a webhook. Settled: the docs name the kind of event `type` and the time
`created`; the migration guide shows `event` and `timestamp` with other data, and one official client reads
`event`. Both forms are read. Unverified: no sample of the current form was seen; its fields come from a
summary of the docs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, INTEGER, NUMBER, STRING, Kind, enum, model, number, one_of
from ..._core.model import Model

if TYPE_CHECKING:
    from .webhook_event_data import WebhookEventData
    from .webhook_event_type import WebhookEventType


@define(kw_only=True, repr=False)
class WebhookEvent(Model):
    """What gigstack sends to the address of a webhook. Settled: the docs name the kind of event `type` and the
    time `created`; the migration guide shows `event` and `timestamp` with other data, and one official
    client reads `event`. Both forms are read. Unverified: no sample of the current form was seen; its fields
    come from a summary of the docs."""

    id: str | None = None
    """Id of the event, one of its own; use it to recognize a repeated delivery."""
    type: WebhookEventType | str | None = None
    """What happened."""
    created: int | None = None
    """When it happened (Unix milliseconds)."""
    livemode: bool | None = None
    """Whether it belongs to live mode; one webhook gets the events of both modes."""
    data: WebhookEventData | None = None
    """What it is about."""
    event: WebhookEventType | str | None = None
    """What happened, in the older spelling of `type`."""
    timestamp: str | float | None = None
    """When it happened, in the older form: ISO 8601 text."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .webhook_event_data import WebhookEventData
        from .webhook_event_type import WebhookEventType

        return {
            "id": STRING,
            "type": enum(WebhookEventType),
            "created": number(INTEGER, unit="ms"),
            "livemode": BOOLEAN,
            "data": model(WebhookEventData),
            "event": enum(WebhookEventType),
            "timestamp": one_of(STRING, NUMBER),
        }
