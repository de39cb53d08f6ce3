# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookEvent`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.fields import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    FieldType,
    enum,
    number,
    one_of,
)
from gigstack_api._core.schema.models import Model, enum_text, model, needs_conversion
from gigstack_api._core.schema.types import is_object

if TYPE_CHECKING:
    from .webhook_event_data import WebhookEventData
    from .webhook_event_type import WebhookEventType


class WebhookEvent(Model):
    """An event as gigstack sends it to the address of a webhook.

    Settled: the docs name the kind of event `type` and the time `created`; the migration
    guide shows `event` and `timestamp` with other data, and the trigger of n8n node 1.1.9
    reads `event`. Both forms are read. Unverified: no sample of the current form was seen;
    its fields come from a summary of the docs.
    """

    id: str | None
    """Id of the event, one of its own; use it to recognize a repeated delivery."""
    type: WebhookEventType | str | None
    """Kind of event."""
    created: int | None
    """When it happened (Unix milliseconds)."""
    livemode: bool | None
    """Whether it belongs to live mode; one webhook gets the events of both modes."""
    data: WebhookEventData | None
    """Subject of the event."""
    event: WebhookEventType | str | None
    """Kind of event, in the older spelling of `type`."""
    timestamp: str | float | None
    """When it happened, in the older form: ISO 8601 text."""

    __slots__ = (
        "id",
        "type",
        "created",
        "livemode",
        "data",
        "event",
        "timestamp",
    )

    def __init__(
        self,
        *,
        id: str | None = None,
        type: WebhookEventType | str | None = None,
        created: int | None = None,
        livemode: bool | None = None,
        data: WebhookEventData | None = None,
        event: WebhookEventType | str | None = None,
        timestamp: str | float | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.type = type
        self.created = created
        self.livemode = livemode
        self.data = data
        self.event = event
        self.timestamp = timestamp
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        WebhookEventData, WebhookEventType = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.type = WebhookEventType.of(take("type", None))
        instance.created = take("created", None)
        instance.livemode = take("livemode", None)
        instance.data = (
            WebhookEventData.from_dict(value) if is_object(value := take("data", None)) else value
        )
        instance.event = WebhookEventType.of(take("event", None))
        instance.timestamp = take("timestamp", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not None:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.type) is not None:
            fields["type"] = value if type(value) is str else enum_text(value)
        if (value := self.created) is not None:
            fields["created"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.livemode) is not None:
            fields["livemode"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.data) is not None:
            fields["data"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.event) is not None:
            fields["event"] = value if type(value) is str else enum_text(value)
        if (value := self.timestamp) is not None:
            fields["timestamp"] = (
                value
                if (
                    type(value) is str
                    or type(value) is int
                    or (type(value) is float and isfinite(value))
                )
                else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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


@cache
def _nested() -> tuple[
    type[WebhookEventData],
    type[WebhookEventType],
]:
    """The classes of nested values, imported when the first object is read."""
    from .webhook_event_data import WebhookEventData
    from .webhook_event_type import WebhookEventType

    return WebhookEventData, WebhookEventType
