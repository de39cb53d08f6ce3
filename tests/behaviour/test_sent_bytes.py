"""The bytes that are sent: keys, bodies, forms and queries."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from msgspec.structs import replace

from gigstack_api import InvalidArgumentError, OutcomeUnknownError, Replay
from gigstack_api._core.operations.route import KeyPlace
from tests.support.scripted_api import KEY, LOST, Api, answer, options, refusal, sender
from tests.support.things import call, thing_route

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("place", KeyPlace)
@pytest.mark.parametrize("given", ["mine", None])
async def test_every_attempt_sends_the_same_bytes_and_the_same_key(
    place: KeyPlace, given: str | None
) -> None:
    operation = call(thing_route(Replay.KEYED, key=place), body={"name": "Ñandú", "total": 1.5})
    if given:
        operation = replace(operation, **operation.keyed(given))
    api = Api(LOST, refusal(500), refusal(429), answer())
    await sender(api).perform(operation, options())
    assert len({request.content for request in api.requests}) == 1
    keys = {
        request.headers.get("Idempotency-Key") or json.loads(request.content)["idempotency_key"]
        for request in api.requests
    }
    assert len(keys) == 1
    assert given is None or keys == {given}


async def test_each_call_makes_its_own_idempotency_key() -> None:
    operation = call(thing_route(Replay.KEYED, key=KeyPlace.BODY))
    api = Api(answer(), answer())
    shared = sender(api)
    for _ in range(2):
        await shared.perform(operation, options())
    first, second = (body["idempotency_key"] for body in api.bodies)
    assert first != second


async def test_a_lost_write_names_the_key_it_was_sent_with() -> None:
    api = Api(LOST)
    with pytest.raises(OutcomeUnknownError) as caught:
        await sender(api).perform(call(thing_route(key=KeyPlace.BODY)), options())
    assert caught.value.idempotency_key == api.bodies[0]["idempotency_key"]


async def test_a_form_has_the_same_bytes_in_every_attempt() -> None:
    file = io.BytesIO(b"skip%PDF-1.7")
    file.seek(4)
    route = thing_route(Replay.KEYED, multipart=True)
    operation = call(
        route, body={"kind": "csf", "flags": [1, True], "none": None}, files={"file": file}
    )
    api = Api(LOST, refusal(502), answer())
    await sender(api).perform(operation, options())
    assert len({request.content for request in api.requests}) == 1
    assert len({request.headers["Content-Type"] for request in api.requests}) == 1
    sent = api.requests[0]
    assert sent.headers["Content-Type"].startswith("multipart/form-data; boundary=")
    for part in (
        b'name="kind"\r\n\r\ncsf\r\n',
        b'name="flags"\r\n\r\n[1,true]\r\n',
        b'name="file"; filename="file.pdf"',
        b"\r\n\r\n%PDF-1.7\r\n",
    ):
        assert part in sent.content

    assert b"none" not in sent.content
    assert file.tell() == 4


async def test_an_unreadable_file_is_refused_before_sending() -> None:
    api = Api()
    with pytest.raises(InvalidArgumentError, match="file: cannot read"):
        await sender(api).perform(
            call(thing_route(multipart=True), files={"file": "no/such/file.pdf"}), options()
        )
    assert api.requests == []


async def test_json_is_sent_compact_and_in_utf8() -> None:
    api = Api(answer())
    await sender(api).perform(
        call(thing_route(), body={"name": "Ñandú", "tags": [1, None]}), options()
    )
    request = api.requests[0]
    assert request.content == '{"name":"Ñandú","tags":[1,null]}'.encode()
    assert request.headers["Content-Type"] == "application/json"
    assert request.headers["Accept"] == "application/json"
    assert request.headers["User-Agent"].startswith("gigstack-api-python/")
    assert request.headers["Authorization"] == f"Bearer {KEY}"


async def test_an_open_route_without_a_body_has_no_key_and_no_type() -> None:
    api = Api(answer())
    await sender(api).perform(call(thing_route(authenticated=False)), options())
    assert "Authorization" not in api.requests[0].headers
    assert "Content-Type" not in api.requests[0].headers
    assert api.requests[0].content == b""


async def test_the_query_is_quoted_once() -> None:
    api = Api(answer())
    await sender(api).perform(
        call(thing_route(method="GET"), query={"q": "a b&c=ñ/+%", "kind": ["x", "y"]}),
        options(team="team_1"),
    )
    assert (
        str(api.requests[0].url)
        == "https://api.test/v2/things?q=a%20b%26c%3D%C3%B1%2F%2B%25&kind=x&kind=y&team=team_1"
    )


@pytest.mark.parametrize(
    "arguments",
    [{"body": {"name": "\ud800"}}, {"query": {"q": "\ud800"}}, {"query": {"q": "x" * 70_000}}],
)
async def test_text_that_cannot_be_sent_is_refused(arguments: dict[str, Any]) -> None:
    api = Api()
    with pytest.raises(InvalidArgumentError, match=r"^things\.do: "):
        await sender(api).perform(call(thing_route(), **arguments), options())
    assert api.requests == []
