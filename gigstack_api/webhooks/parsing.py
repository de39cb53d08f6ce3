"""Parses the body of a webhook into its event."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from .._core.schema.encoding import when
from .._core.schema.json import parse_json
from .._core.schema.models import Model
from .._core.schema.types import is_object
from ..errors import InvalidArgumentError, UnreadableEventError
from ..models import Client, Invoice, Payment, Receipt, SatInvoice, Service, Team, WebhookEventType
from .events import (
    ClientEvent,
    Event,
    InvoiceEvent,
    PaymentEvent,
    ReceiptEvent,
    ResourceEvent,
    SatInvoiceEvent,
    ServiceEvent,
    TeamEvent,
)
from .signatures import signature_problem

EVENT_CLASSES: Mapping[str, tuple[type[ResourceEvent[Any]], type[Model]]] = {
    "payment.": (PaymentEvent, Payment),
    "invoice.": (InvoiceEvent, Invoice),
    "receipt.": (ReceiptEvent, Receipt),
    "customer.": (ClientEvent, Client),
    "client.": (ClientEvent, Client),
    "service.": (ServiceEvent, Service),
    "teams.": (TeamEvent, Team),
    "sat.invoice.": (SatInvoiceEvent, SatInvoice),
}
"""The event class and the model by prefix of the type, so that undocumented types work too."""


def parse(
    body: bytes | str | Mapping[str, Any],
    *,
    headers: Mapping[str, str] | None = None,
    secret: str | None = None,
) -> Event[Any]:
    """The event in the body of a webhook, of the class of its type; unknown types give an `Event`.

    All documented forms are read: the type in `type` or `event`; the time in `created` or
    `timestamp`, in seconds, milliseconds or ISO 8601; the object in `data.object` or `data`.

    Args:
        body: The raw body, or the mapping that a framework decoded.
        headers: The headers it came with; needed with `secret`.
        secret: The signing secret of the webhook. With it, only events that were signed with it
            are accepted, and `body` must be raw. The documentation does not promise that gigstack
            signs.

    Raises:
        UnreadableEventError: the body is not a JSON object, or has no event type or no `data`.
        WebhookSignatureError: the signature is missing or wrong, or the event is more than 5
            minutes old.
        InvalidArgumentError: `secret` is empty, or cannot be checked without raw body and headers.

    Repetition: the same body gives the same `key`, whatever the order of its fields.
    """
    if secret is not None:
        problem = signature_problem(body, headers, secret)
        del secret  # error reporters send the variables of a frame away
        if problem is not None:
            raise problem
    document = _decode(body)
    name = _first_text(document, "type", "event")
    if name is None:
        raise UnreadableEventError("the body is not a gigstack event: it has no `type` or `event`")
    data = document.get("data")
    if not is_object(data):
        raise UnreadableEventError("the body is not a gigstack event: `data` is not an object")
    inner = data.get("object")
    fields = inner if is_object(inner) else data

    kind, model = next(
        (EVENT_CLASSES[prefix] for prefix in EVENT_CLASSES if name.startswith(prefix)),
        (Event, None),
    )
    livemode = document.get("livemode")
    event_id = _first_text(document, "id")
    return kind(
        id=event_id,
        key=event_id
        or f"sha256:{sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()}",
        type=WebhookEventType.of(name),
        created=_parse_time(document.get("created")) or _parse_time(document.get("timestamp")),
        livemode=livemode if isinstance(livemode, bool) else None,
        object=fields if model is None else model.from_dict(fields),
        document=document,
    )


def _decode(body: bytes | str | Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(body, Mapping):
        return dict(body)
    # A framework may have decoded the body into None, a list, ...
    if not isinstance(body, (bytes, bytearray, memoryview, str)):
        raise UnreadableEventError("the body is not a JSON object")
    try:
        document = parse_json(body.encode() if isinstance(body, str) else body)
    except ValueError as error:
        raise UnreadableEventError("the body is not JSON") from error
    if not is_object(document):
        raise UnreadableEventError("the body is not a JSON object")
    return document


def _first_text(document: Mapping[str, Any], *names: str) -> str | None:
    return next(
        (value for name in names if isinstance(value := document.get(name), str) and value), None
    )


def _parse_time(value: object) -> datetime | None:
    try:
        return when(value)
    except InvalidArgumentError:
        return None
