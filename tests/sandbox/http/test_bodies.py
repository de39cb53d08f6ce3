"""What a request may hold: its body, the values in it, and what is kept of it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from gigstack_api.sandbox import Fault, Sandbox, State
from gigstack_api.sandbox.deliveries import MAX_LOG
from gigstack_api.sandbox.faults import MAX_WAITING
from gigstack_api.sandbox.http.bodies import MAX_DISCARDED, MAX_FORM, MAX_OTHER
from gigstack_api.sandbox.http.parsing import MAX_TEXT, MAX_VALUES

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio
MIB = 1024 * 1024


class Pieces:
    """A body that is sent in pieces. It is no generator, which trio wants closed."""

    def __init__(self, size: int) -> None:
        self._left = size // MIB

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return bytes(MIB)


@pytest.mark.parametrize("key", [None, ""], ids=["with the key", "without it"])
@pytest.mark.parametrize("path", ["/v2/clients", "/sandbox/faults", "/p/x", "/nowhere"])
async def test_a_large_body_is_413_wherever_it_goes(
    session: SandboxSession, path: str, key: str | None
) -> None:
    answer = await session.send(
        "POST", path, key=key, content=b"x" * (MAX_OTHER + 1), headers={"Content-Type": "text/x"}
    )
    assert answer.status_code == 413
    assert answer.json()["error"] == {
        "code": "payload_too_large",
        "message": f"The request body is larger than {MAX_OTHER} bytes",
        "details": [],
    }


async def test_a_body_of_the_limit_is_read(session: SandboxSession) -> None:
    content = json.dumps({"name": "A"}).encode()
    content += b" " * (MAX_OTHER - len(content))
    answer = await session.send("POST", "/v2/clients", content=content)
    assert answer.status_code == 201


async def test_a_large_form_is_413_also_without_a_length(session: SandboxSession) -> None:
    form = {"Content-Type": "multipart/form-data; boundary=B"}
    body = Pieces(MAX_FORM + MIB)
    answer = await session.send("POST", "/v2/clients/csf", content=body, headers=form)
    assert answer.status_code == 413
    assert f"larger than {MAX_FORM} bytes" in answer.text


async def test_an_endless_body_is_refused_before_its_end() -> None:
    read = 0
    sent: list[Any] = []

    async def receive() -> Any:
        nonlocal read
        read += MIB
        return {"type": "http.request", "body": bytes(MIB), "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v2/clients",
        "headers": [(b"host", b"127.0.0.1")],
    }
    await Sandbox().app(scope, receive, send)
    assert (sent[0]["status"], read) == (413, MAX_DISCARDED + MIB)


async def test_what_says_to_be_huge_is_refused_before_it_is_read() -> None:
    sent: list[Any] = []

    async def receive() -> Any:
        raise AssertionError

    async def send(message: Any) -> None:
        sent.append(message)

    length = str(MAX_DISCARDED + 1).encode()
    headers = [(b"host", b"127.0.0.1"), (b"content-length", length)]
    scope = {"type": "http", "method": "POST", "path": "/v2/clients", "headers": headers}
    await Sandbox().app(scope, receive, send)
    assert sent[0]["status"] == 413


async def test_nothing_is_answered_to_a_client_that_left() -> None:
    async def receive() -> Any:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        raise AssertionError

    headers = [(b"host", b"127.0.0.1"), (b"content-length", b"x")]
    scope = {"type": "http", "method": "POST", "path": "/v2/clients", "headers": headers}
    await Sandbox().app(scope, receive, send)


LIMITS: list[tuple[dict[str, Any], int, str]] = [
    ({"name": "x" * MAX_TEXT}, 201, ""),
    ({"name": "x" * (MAX_TEXT + 1)}, 400, f"holds a text of more than {MAX_TEXT} characters"),
    ({"metadata": {"x" * (MAX_TEXT + 1): "x"}}, 400, "holds a text of more than"),
    ({"metadata": {str(i): "x" for i in range(MAX_VALUES // 2 - 2)}}, 201, ""),
    (
        {"metadata": {str(i): "x" for i in range(MAX_VALUES // 2)}},
        400,
        f"holds more than {MAX_VALUES} names and values",
    ),
]


@pytest.mark.parametrize(("body", "status", "reason"), LIMITS)
async def test_texts_and_values_of_a_body_are_limited(
    session: SandboxSession, body: dict[str, Any], status: int, reason: str
) -> None:
    answer = await session.send("POST", "/v2/clients", json=body)
    assert answer.status_code == status
    assert reason in answer.text


async def test_a_search_is_limited_to_what_a_person_types(session: SandboxSession) -> None:
    word = "ab" * 250
    await session.gig().clients.create(name=word[:-2] + "ba")
    assert not (await session.gig().clients.search(q=word)).data
    answer = await session.send("GET", "/v2/clients/search", params={"q": "a" * 501})
    assert (answer.status_code, "q: longer than 500 characters" in answer.text) == (400, True)


async def test_a_full_sandbox_takes_no_more_and_still_answers() -> None:
    sandbox = Sandbox(State(max_bytes=2000))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(sandbox.app),
        base_url="http://127.0.0.1",
        headers={"Authorization": f"Bearer {sandbox.key()}"},
    ) as http:
        statuses = [
            (await http.post("/v2/clients", json={"name": "x" * 900})).status_code for _ in range(4)
        ]
        assert statuses == [201, 201, 201, 507]
        full = await http.post("/v2/clients", json={"name": "A"})
        assert full.json()["error"]["code"] == "sandbox_full"
        assert "sandbox.state.reset()" in full.json()["error"]["message"]
        assert (await http.get("/v2/clients")).json()["total_results"] == 3
        sandbox.state.reset()
        assert (await http.post("/v2/clients", json={"name": "A"})).status_code == 201


def test_a_deleted_file_makes_room() -> None:
    state = State(max_bytes=100)
    state.store_file("a", bytes(100), "x/y")
    state.store_file("a", bytes(101), "x/y")
    assert (state.is_full, state.kept_bytes) == (True, 101)
    state.delete_file("a")
    state.delete_file("a")
    assert (state.is_full, state.kept_bytes) == (False, 0)


async def test_faults_do_not_pile_up(session: SandboxSession) -> None:
    faults = session.sandbox.faults
    for _ in range(MAX_WAITING):
        faults.add(Fault("get_client", 503))
    with pytest.raises(ValueError, match=f"{MAX_WAITING} faults wait already"):
        faults.add(Fault("get_client", 503))
    fault = {"operation": "get_client", "status": 503}
    answer = await session.send("POST", "/sandbox/faults", json=fault)
    assert (answer.status_code, "faults wait already" in answer.text) == (400, True)


async def test_the_log_of_deliveries_is_limited() -> None:
    sandbox = Sandbox()
    gig = sandbox.client()
    await gig.webhooks.create(url="https://example.org/hook", events=["customer.created"])
    sandbox._deliveries.log.extend([sandbox._deliveries.log] * MAX_LOG)  # type: ignore[list-item]
    await gig.clients.create(name="A")
    assert len(sandbox.deliveries) == MAX_LOG
