"""From the body of a webhook to its event. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from .._core.document import read_document
from .._core.model import Model
from .._core.moments import moment_s
from .._core.shapes import is_object
from ..errors import UnreadableEventError
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

KINDS: Mapping[str, tuple[type[ResourceEvent[Any]], type[Model]]] = {
    "payment.": (PaymentEvent, Payment),
    "invoice.": (InvoiceEvent, Invoice),
    "receipt.": (ReceiptEvent, Receipt),
    "customer.": (ClientEvent, Client),
    "client.": (ClientEvent, Client),
    "service.": (ServiceEvent, Service),
    "teams.": (TeamEvent, Team),
    "sat.invoice.": (SatInvoiceEvent, SatInvoice),
}
"""What an event is about, by how its type begins; so a type that nobody documented is read too."""


def parse(body: bytes | str | Mapping[str, Any]) -> Event[Any]:
    """The event in the body of a webhook, of the class that its type belongs to; one of an unknown
    type is an `Event`.

    Every form that the sources show is read: `type` or `event`; `created` or `timestamp`, in
        seconds, milliseconds or ISO 8601;
    the object in `data.object` or `data`.

    Raises:
        UnreadableEventError: the body is no JSON object, names no event, or has no `data`.

    Repetition: the same body gives the same `key`, however its fields are ordered.
    """
    document = _document(body)
    name = _first_text(document, "type", "event")
    if name is None:
        raise UnreadableEventError("the body names no event, neither in `type` nor in `event`")
    data = document.get("data")
    if not is_object(data):
        raise UnreadableEventError("the body has no object in `data`: it tells of nothing")
    inner = data.get("object")
    fields = inner if is_object(inner) else data
    kind, model = next((KINDS[start] for start in KINDS if name.startswith(start)), (Event, None))
    livemode = document.get("livemode")
    event_id = _first_text(document, "id")
    return kind(
        id=event_id,
        key=event_id
        or f"sha256:{sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()}",
        type=WebhookEventType.of(name),
        created=_moment(document.get("created")) or _moment(document.get("timestamp")),
        livemode=livemode if isinstance(livemode, bool) else None,
        object=fields if model is None else model.from_dict(fields),
        document=document,
    )


def _document(body: bytes | str | Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(body, Mapping):
        return dict(body)
    if not isinstance(
        body, (bytes, bytearray, memoryview, str)
    ):  # what a framework made of a body: null, an array, ...
        raise UnreadableEventError("the body is no JSON object")
    try:
        document = read_document(body.encode() if isinstance(body, str) else body)
    except ValueError as error:
        raise UnreadableEventError("the body is no JSON") from error
    if not is_object(document):
        raise UnreadableEventError("the body is no JSON object")
    return document


def _first_text(document: Mapping[str, Any], *names: str) -> str | None:
    return next(
        (value for name in names if isinstance(value := document.get(name), str) and value), None
    )


def _moment(value: object) -> datetime | None:
    seconds = moment_s(value)
    try:
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
