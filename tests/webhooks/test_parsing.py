"""Every documented form of a body becomes an event; everything else is refused."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigstack_api import GigstackError, UnreadableEventError, webhooks
from gigstack_api.models import (
    Client,
    Invoice,
    Payment,
    PaymentStatus,
    Receipt,
    SatInvoice,
    Service,
    Team,
    WebhookEventType,
)
from gigstack_api.webhooks import (
    ClientEvent,
    Event,
    InvoiceEvent,
    PaymentEvent,
    ReceiptEvent,
    SatInvoiceEvent,
    ServiceEvent,
    TeamEvent,
)

from .bodies import body

AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


def test_the_documented_form_is_read() -> None:
    event = webhooks.parse(json.dumps(body()).encode())
    assert isinstance(event, PaymentEvent)
    assert (event.id, event.key, event.type, event.created, event.livemode) == (
        "evt_1",
        "evt_1",
        "payment.succeeded",
        AT,
        False,
    )
    assert isinstance(event.object, Payment)
    assert event.object.status is PaymentStatus.SUCCEEDED
    assert (event.object_id, event.team, event.status) == ("payment_1", "team_sandbox", "succeeded")
    assert event.document == body()


def test_the_form_of_the_migration_guide_is_read() -> None:
    data = {
        "invoice_id": "inv_123",
        "uuid": "12345678-1234-1234-1234-123456789012",
        "status": "stamped",
        "pdf_url": "https://a",
    }
    event = webhooks.parse(
        {"event": "invoice.stamped", "timestamp": "2023-11-14T22:13:20Z", "data": data}
    )
    assert isinstance(event, InvoiceEvent)
    assert (event.id, event.type, event.created, event.livemode) == (
        None,
        "invoice.stamped",
        AT,
        None,
    )
    assert (event.object_id, event.object.status) == (data["uuid"], "stamped")
    assert event.object.additional_properties == {"invoice_id": "inv_123", "pdf_url": "https://a"}


FAMILIES = {
    "payment": (PaymentEvent, Payment),
    "invoice": (InvoiceEvent, Invoice),
    "receipt": (ReceiptEvent, Receipt),
    "customer": (ClientEvent, Client),
    "client": (ClientEvent, Client),
    "service": (ServiceEvent, Service),
    "teams": (TeamEvent, Team),
    "sat": (SatInvoiceEvent, SatInvoice),
}


@pytest.mark.parametrize(
    "event_type",
    [event_type for event_type in WebhookEventType if event_type != "invoice_batch.completed"],
)
def test_every_documented_type_has_its_class_and_model(
    event_type: WebhookEventType,
) -> None:
    event = webhooks.parse(body(event_type.value))
    kind, model = FAMILIES[event_type.partition(".")[0]]
    assert (type(event), type(event.object)) == (kind, model)
    assert event.type is event_type


@pytest.mark.parametrize(
    "event_type",
    ["invoice_batch.completed", "sat.list.changed", "dispute.created", "payments.seen", "x"],
)
def test_an_event_of_an_unknown_resource_passes(event_type: str) -> None:
    event = webhooks.parse(body(event_type))
    assert type(event) is Event
    assert (event.type, event.object) == (event_type, body()["data"]["object"])
    assert (event.object_id, event.team, event.status) == ("payment_1", "team_sandbox", "succeeded")


def test_an_undocumented_type_keeps_the_class_of_its_prefix() -> None:
    event = webhooks.parse(body("payment.disputed"))
    assert isinstance(event, PaymentEvent)
    assert event.type == "payment.disputed"


@pytest.mark.parametrize(
    ("fields", "created"),
    [
        ({"created": 1_700_000_000_000}, AT),
        ({"created": 1_700_000_000}, AT),
        ({"created": 1_700_000_000.0}, AT),
        ({"created": "2023-11-14T16:13:20-06:00"}, AT),
        ({"created": None, "timestamp": 1_700_000_000}, AT),
        ({"created": "yesterday", "timestamp": "2023-11-14T22:13:20"}, AT),
        ({"created": None}, None),
        ({"created": True}, None),
        ({"created": {"_seconds": 1}}, None),
        ({"created": 10**30}, None),
        ({"created": 10**400}, None),
        ({"created": "nonsense"}, None),
    ],
)
def test_times_are_read_in_every_spelling(fields: dict[str, Any], created: datetime | None) -> None:
    assert webhooks.parse(body(**fields)).created == created


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"event": "invoice.created"}, "payment.succeeded"),
        ({"type": None, "event": "invoice.created"}, "invoice.created"),
        ({"type": "", "event": "invoice.created"}, "invoice.created"),
        ({"type": 7, "event": "invoice.created"}, "invoice.created"),
    ],
)
def test_type_takes_precedence_over_event(fields: dict[str, Any], name: str) -> None:
    assert webhooks.parse({**body(), **fields}).type == name


@pytest.mark.parametrize(
    "data",
    [
        {"id": "payment_1"},
        {"object": "payment", "id": "payment_1"},
        {"object": {"id": "payment_1"}},
    ],
)
def test_the_object_is_found_in_data_or_in_its_object(data: dict[str, Any]) -> None:
    event = webhooks.parse(body(data=data))
    assert isinstance(event.object, Payment)
    assert event.object_id == "payment_1"


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"{",
        b"\xff\xfe\xfd",
        b"[]",
        b"null",
        b'"payment.succeeded"',
        "\ud800",
        b"[" * 100_000,
        b'{"a":' * 300 + b"1" + b"}" * 300,
        None,
        [],
        7,
        {},
        body(type=None),
        body(data=None),
        body(data=[]),
        body(data="payment_1"),
    ],
    ids=repr,
)
def test_a_body_that_is_not_an_event_is_refused(wrong: Any) -> None:
    with pytest.raises(UnreadableEventError) as caught:
        webhooks.parse(wrong)
    assert isinstance(caught.value, GigstackError)


def test_the_error_quotes_nothing_and_can_be_pickled() -> None:
    with pytest.raises(UnreadableEventError) as caught:
        webhooks.parse(b'{"tax_id": "PEGJ800101ABC"}')
    assert "PEGJ" not in str(caught.value)
    for again in (copy.copy(caught.value), pickle.loads(pickle.dumps(caught.value))):
        assert (type(again), str(again)) == (UnreadableEventError, str(caught.value))


def test_the_key_without_an_id_is_a_digest_of_the_body() -> None:
    first, second = (
        webhooks.parse(body(id=None)),
        webhooks.parse(json.dumps(dict(reversed(body(id=None).items())), indent=4)),
    )
    assert first.id is second.id is None
    assert first.key == second.key
    assert first.key.startswith("sha256:")
    assert webhooks.parse(body(id=None, created=1)).key != first.key
    assert webhooks.parse(body(id=7)).id is None


@pytest.mark.parametrize(
    ("event_type", "about", "object_id"),
    [
        ("invoice.created", {"uuid": "u", "id": "i"}, "u"),
        ("invoice.failed", {"uuid": None, "id": "i"}, "i"),
        ("invoice.stamped", {"invoice_id": "inv"}, "inv"),
        ("sat.invoice.synced", {"uuid": "u"}, "u"),
        ("payment.created", {"uuid": "u"}, None),
        ("payment.created", {"id": 7}, None),
        ("x", {"id": ""}, None),
    ],
)
def test_the_id_of_the_object_is_found(
    event_type: str, about: dict[str, Any], object_id: str | None
) -> None:
    assert webhooks.parse(body(event_type, object=about)).object_id == object_id


def test_the_team_of_a_team_event_is_its_id() -> None:
    event = webhooks.parse(body("teams.created", object={"id": "team_norte"}))
    assert (event.team, event.status) == ("team_norte", None)


def test_the_status_of_a_deletion_is_deleted() -> None:
    assert webhooks.parse(body("payment.deleted")).status == "deleted"
    assert webhooks.parse(body("customer.deleted", object={"id": "client_1"})).status == "deleted"


def test_the_repr_shows_no_personal_data() -> None:
    for event_type in ("customer.created", "unknown"):
        event = webhooks.parse(
            body(
                event_type, object={"id": "client_1", "tax_id": "PEGJ800101ABC", "email": "a@b.mx"}
            )
        )
        assert "PEGJ" not in repr(event)
        assert "a@b.mx" not in repr(event)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(
    document=st.dictionaries(
        st.sampled_from(["id", "type", "event", "created", "timestamp", "livemode", "data"]), JSON
    )
)
def test_any_json_is_an_event_or_refused(document: dict[str, Any]) -> None:
    try:
        event = webhooks.parse(json.dumps(document))
    except UnreadableEventError:
        return
    assert event.key
    assert isinstance(event.status, str | None)
    assert isinstance(event.object_id, str | None)
    assert repr(event)


@given(text=st.binary(max_size=40))
def test_any_bytes_are_an_event_or_refused(text: bytes) -> None:
    with pytest.raises(UnreadableEventError):
        webhooks.parse(text)
