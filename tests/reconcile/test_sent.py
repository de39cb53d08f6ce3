"""The record of a lost write in its error, which can be carried to another process."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import httpx
import pytest

from gigstack_api import (
    Drift,
    GigstackError,
    OutcomeUnknownError,
    Replay,
    errors,
)
from gigstack_api._core.http.auth import ApiKey
from gigstack_api._core.operations.operation import operation
from gigstack_api._core.operations.route import KeyPlace
from gigstack_api._core.responses.reading import ReplyReader
from gigstack_api._core.retries.policy import RetryPolicy
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.sending.request import Options
from gigstack_api._core.sending.sender import Sender
from gigstack_api._core.sending.unknown_outcome import Digest
from gigstack_api.fiscal.findings import Finding
from tests.support.clock import FakeClock
from tests.support.scripted_api import BASE, LOST, Api, refusal, sender, token, transport_to
from tests.support.things import thing_call, thing_route

from .lost import sent, unknown

anyio = pytest.mark.anyio


def every_error(kind: type[GigstackError] = GigstackError) -> Iterator[type[GigstackError]]:
    yield kind
    for subclass in kind.__subclasses__():
        yield from every_error(subclass)


def made(kind: type[GigstackError]) -> GigstackError:
    """An error of that class, all attributes set."""
    call: dict[str, Any] = {"method": "POST", "path": "/clients"}
    if issubclass(kind, errors.APIError):
        error = kind("No.", status=409, code="resource_conflict", details=["client_1"], **call)
        if isinstance(error, errors.RateLimitError):
            error.retry_after_s = 2.0
        return error
    if issubclass(kind, OutcomeUnknownError):
        return unknown(sent=sent(tax_id="PEGJ800101ABC"))
    if issubclass(kind, errors.DeliveryError):
        return kind("lost", operation="clients.create", idempotency_key="k", **call)
    if issubclass(kind, errors.UnreadableReplyError):
        return kind(
            "no JSON",
            status=200,
            body=b"<",
            drifts=[Drift("clients.get", "data.a", "string", 1)],
            **call,
        )
    if issubclass(kind, errors.FiscalError):
        return kind(
            "invoices.create", [Finding("items", "no_items", "error", "Faltan.", "Missing.")]
        )
    return kind("wrong")


COPIES: list[Callable[[Any], Any]] = [lambda error: pickle.loads(pickle.dumps(error)), deepcopy]


@pytest.mark.parametrize("copied", COPIES, ids=["pickle", "deepcopy"])
@pytest.mark.parametrize("kind", dict.fromkeys(every_error()))
def test_an_error_survives_pickling_and_copying(
    kind: type[GigstackError], copied: Callable[[Any], Any]
) -> None:
    error = made(kind)
    error.add_note("seen in the night run")
    other = copied(error)
    assert (type(other), str(other), other.args, vars(other)) == (
        kind,
        str(error),
        error.args,
        vars(error),
    )


@anyio
async def test_the_error_records_the_call_and_prints_none_of_it() -> None:
    clock = FakeClock()
    route = thing_route(
        Replay.KEYED,
        path="/things/{id}/do",
        key=KeyPlace.BODY,
        body={
            "name": STRING,
            "password": STRING.as_secret(),
            "url": STRING.as_secret(),
            "note": STRING,
        },
    )
    call = operation(
        route,
        "a b",
        body={"name": "Juan", "password": None, "url": "https://x", "note": "n"},
        extra={"token": "t"},
    )
    api = Api(LOST, refusal(503), LOST)
    kept = Sender(
        key=ApiKey(token({"team": "team_a", "livemode": False})),
        base_url=BASE,
        transport=transport_to(api),
        clock=clock.clock,
        reader=ReplyReader(),
        compared_fields=lambda _: ("name", "password", "url", "token"),
    )
    with pytest.raises(OutcomeUnknownError) as caught:
        await kept.perform(call, Options(team="team_x", retries=RetryPolicy(max_attempts=3)))
    data = caught.value.sent
    assert data is not None
    assert (data.operation, dict(data.ids), data.team, data.deadline_s) == (
        "things.do",
        {"id": "a b"},
        "team_x",
        30,
    )
    assert data.body == {"name": "Juan", "url": Digest.of("https://x")}
    assert set(data.names) == {"name", "password", "url", "note", "token", "idempotency_key"}
    assert (data.key_team, data.livemode) == ("team_a", False)
    assert data.idempotency_key == caught.value.idempotency_key
    assert (data.first_at, data.last_at, data.under_way) == (1000.0, clock.time_s, True)
    assert repr(data) == "Sent(operation='things.do')"
    assert repr(data.body["url"]) == "Digest()"


@anyio
@pytest.mark.parametrize(
    ("status", "under_way"), [(500, False), (408, False), (502, True), (504, True), (524, True)]
)
async def test_a_call_is_not_under_way_after_the_api_answered(
    status: int, *, under_way: bool
) -> None:
    api = Api(refusal(status), httpx.ConnectError("no"))
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(api).perform(
            thing_call(Replay.IDEMPOTENT), Options(retries=RetryPolicy(max_attempts=2))
        )
    assert caught.value.sent is not None
    assert (caught.value.sent.under_way, caught.value.sent.last_at) == (under_way, 1000.0)


@anyio
async def test_last_at_is_that_of_an_answered_last_attempt() -> None:
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(Api(LOST, refusal(502))).perform(
            thing_call(Replay.IDEMPOTENT), Options(retries=RetryPolicy(max_attempts=2))
        )
    assert caught.value.sent is not None
    assert (caught.value.sent.first_at, caught.value.sent.last_at) == (1000.0, 1000.5)
