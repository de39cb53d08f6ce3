"""Names that no source knows: named in a header and a line of the log, never dropped in silence."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from gigstack_api import Drift, Gigstack, UnreadableReplyError
from gigstack_api.sandbox.http.access_log import log
from gigstack_api.sandbox.http.remarks import MAX_NAMES

from ...support.sandbox import AT_ONCE, SandboxSession

pytestmark = pytest.mark.anyio
IGNORED = "x-sandbox-ignored"
KNOWN = "a name that a source knows"
LINE: dict[str, Any] = {"description": "Consulta", "quantity": 1, "unit_price": 100}


@pytest.mark.parametrize(
    ("method", "path", "content", "ignored"),
    [
        ("GET", "/clients?colour=red&limit=1&metadata.a=b&team=team_sandbox", {}, "colour"),
        ("GET", "/clients/search?q=a", {}, None),
        ("GET", "/users?metadata.a=b&metadata=c", {}, "metadata.a, metadata"),
        ("GET", "/clients?metadata.=b", {}, "metadata."),
        ("POST", "/clients", {"json": {"name": "A", "adress": {}}}, "adress"),
        ("POST", "/clients", {"json": {"name": "A", "metadata": {"any": {"thing": 1}}}}, None),
        (
            "POST",
            "/clients",
            {"json": {"address": {"zip": "1", "zipcode": "1"}}},
            "address.zipcode",
        ),
        (
            "POST",
            "/clients",
            {"json": {"search": {"on_key": 1, "key": 2}, "a": 1}},
            "search.key, a",
        ),
        ("POST", "/clients?x=1", {"json": {"y": 1}}, "x, y"),
        ("POST", "/clients", {"json": {"a,b%\nñ": 1}}, "a%2Cb%25%0A%C3%B1"),
        ("DELETE", "/clients/client_none", {"json": {"hard": True}}, "hard"),
        ("DELETE", "/clients/client_none", {"content": b"{"}, "body"),
        ("DELETE", "/clients/client_none", {"json": [1]}, "body"),
        ("DELETE", "/clients/client_none", {}, None),
        (
            "POST",
            "/clients/csf",
            {"files": {"file": ("a.pdf", b"x")}, "data": {"who": "me"}},
            "who",
        ),
    ],
)
async def test_an_unknown_name_is_named(
    session: SandboxSession,
    method: str,
    path: str,
    content: dict[str, Any],
    ignored: str | None,
) -> None:
    answer = await session.send(method, f"/v2{path}", **content)
    assert answer.headers.get(IGNORED) == ignored


class Lines(logging.Handler):
    """Keeps the lines of a log."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """The lines that the sandbox logs, whatever a server in this process has set."""
    handler, level = Lines(), log.level
    log.addHandler(handler)
    log.setLevel(logging.WARNING)
    yield handler.lines
    log.removeHandler(handler)
    log.setLevel(level)


async def test_each_kind_of_remark_is_one_line_of_the_log(
    session: SandboxSession, logged: list[str]
) -> None:
    body = {"url": "https://b.mx", "events": ["invoice.stamped"], "a": 1, "b": 2}
    await session.send("POST", "/v2/webhooks", json=body)
    assert logged == [
        "create_webhook: ignored, no source knows it: a, b",
        "create_webhook: nothing delivers invoice.stamped; subscribe to invoice.created",
    ]
    await session.send("GET", "/v2/webhooks")
    assert len(logged) == 2


async def test_names_in_lists_are_named_once(session: SandboxSession) -> None:
    items = [{**LINE, "colour": "red"}, {**LINE, "colour": "blue", "taxes": [{"kind": "IVA"}]}]
    body = {"client": {"name": "A", "tax_id": "PEGJ800101ABC"}, "items": items}
    answer = await session.send("POST", "/v2/invoices/income", json=body)
    assert answer.headers[IGNORED] == "items.colour, items.taxes.kind"


async def test_a_header_holds_a_limited_number_of_names(session: SandboxSession) -> None:
    body = {f"name_{number}": number for number in range(MAX_NAMES + 5)}
    answer = await session.send("POST", "/v2/clients", json={**body, "x" * 60_000: 1})
    assert answer.headers[IGNORED].split(", ") == [*list(body)[:MAX_NAMES], "..."]


async def test_an_ignored_name_is_drift_of_a_kind_of_its_own(session: SandboxSession) -> None:
    drifts: list[Drift] = []
    gig = Gigstack(
        session.sandbox.key(),
        base_url=f"{session.origin}/v2",
        http_client=session.http,
        retries=AT_ONCE,
        on_drift=drifts.append,
    )
    client = await gig.clients.create(name="A", extra={"shoe_size": 43, "hat": {"size": 5}})
    assert client.name == "A"
    assert [(drift.operation, drift.path, drift.kind) for drift in drifts] == [
        ("clients.create", "shoe_size", "ignored"),
        ("clients.create", "hat", "ignored"),
    ]
    assert "43" not in repr(drifts)
    await gig.clients.list(extra_query={"colour": "red"})
    assert drifts[-1].path == "colour"


async def test_a_strict_client_refuses_to_have_a_name_ignored(session: SandboxSession) -> None:
    gig = session.gig()
    with pytest.raises(UnreadableReplyError, match="shoe_size") as caught:
        await gig.clients.create(name="A", extra={"shoe_size": 43})
    expected = Drift("clients.create", "shoe_size", KNOWN, None, "ignored")
    assert list(caught.value.drifts) == [expected]
    assert len(await gig.clients.list()) == 1
