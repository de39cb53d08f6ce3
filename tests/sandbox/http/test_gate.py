"""What a web page of another site can do with a sandbox: it reads nothing and changes nothing."""

from __future__ import annotations

import socket
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from gigstack_api.sandbox import Sandbox

from ...support.asgi import serving
from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio
FAULT = '{"operation": "*", "status": 503, "times": null}'
JSON = {"Content-Type": "application/json"}
ELSEWHERE = {"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"}

OWN_HOSTS = [
    "127.0.0.1",
    "127.0.0.1:4010",
    "127.8.9.10:1",
    "localhost",
    "LocalHost:4010",
    "localhost.:4010",
    "shop.localhost",
    "[::1]",
    "[::1]:4010",
    "[0:0:0:0:0:0:0:1]:4010",
    "[::ffff:127.0.0.1]:4010",
    "127.0.0.1:",
]
FOREIGN_HOSTS = [
    "evil.example",
    "evil.example:4010",
    "EVIL.example.",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "evillocalhost",
    "localhost..",
    "192.0.2.7",
    "127.1",
    "2130706433",
    "0x7f000001",
    "[2001:db8::1]",
    "[::ffff:192.0.2.7]",
    "::1",
    "[::1",
    "user@127.0.0.1",
    "127.0.0.1:80:80",
    "127.0.0.1:port",
    "127.0.0.1:99999999",
    "127.0.0.1, evil.example",
    "127.0.0.1/evil.example",
    "127.0.0.1\\evil.example",
    "",
]


@pytest.mark.parametrize("host", OWN_HOSTS)
async def test_the_names_of_this_machine_are_served(session: SandboxSession, host: str) -> None:
    for path in ("/", "/v2/clients"):
        answer = await session.send("GET", path, headers={"Host": host})
        assert answer.status_code == 200, path


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
async def test_another_host_name_is_misdirected(host: str) -> None:
    async with in_process(Sandbox()) as http:
        for path in ("/", "/v2/clients", "/files/x", "/p/x", "/sandbox/faults", "/nowhere"):
            answer = await http.get(path, headers={"Host": host})
            assert (answer.status_code, answer.json()["message"]) == (421, "Misdirected request")
            assert "Sandbox(host_names=[...])" in answer.json()["error"]
            assert "GIGSTACK_API_KEY" not in answer.text


async def test_a_foreign_host_is_misdirected_over_a_socket() -> None:
    sandbox = Sandbox()
    with serving(sandbox.app) as origin:
        async with httpx.AsyncClient() as http:
            answer = await http.get(origin, headers={"Host": "evil.example"})
            assert answer.status_code == 421
            answer = await http.post(
                f"{origin}/v2/clients", headers={"Host": "evil.example"}, content=b"x" * 1_000_000
            )
            assert answer.status_code == 421


@pytest.mark.parametrize("headers", [[], [(b"host", b"127.0.0.1"), (b"host", b"evil.example")]])
async def test_no_host_and_two_hosts_are_misdirected(headers: list[tuple[bytes, bytes]]) -> None:
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "query_string": b"",
        "headers": headers,
        "server": ("127.0.0.1", 80),
    }
    await Sandbox().app(scope, receive, send)
    assert sent[0]["status"] == 421


async def test_names_that_it_was_told_are_served() -> None:
    sandbox = Sandbox(host_names=["Sandbox.Test", "2001:DB8::1"])
    async with in_process(sandbox) as http:
        for host in ("sandbox.test", "SANDBOX.test.:4010", "[2001:db8:0::1]:4010"):
            assert (await http.get("/", headers={"Host": host})).status_code == 200
        assert (await http.get("/", headers={"Host": "other.test"})).status_code == 421


@pytest.mark.parametrize("origin", ["http://testserver", "http://192.0.2.7:81"])
async def test_an_app_in_this_process_may_be_called_by_any_name(origin: str) -> None:
    transport = httpx.ASGITransport(Sandbox().app)
    async with httpx.AsyncClient(transport=transport) as http:
        assert (await http.get(origin)).status_code == 200


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_the_host_that_it_listens_on_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.create_server

    def on_loopback(address: tuple[str, int], **_: object) -> socket.socket:
        return real(("127.0.0.1", address[1]))

    monkeypatch.setattr("socket.create_server", on_loopback)
    sandbox = Sandbox()
    async with sandbox.serve(host="box.example") as base_url, httpx.AsyncClient() as http:
        for host, status in (("box.example", 200), ("other.example", 421)):
            answer = await http.get(base_url.removesuffix("v2"), headers={"Host": host})
            assert answer.status_code == status


FOREIGN_PAGES = [
    ELSEWHERE,
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:3000", "Sec-Fetch-Site": "same-site"},
    {"Origin": "https://127.0.0.1:4010"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "http://[::1"},
    {"Origin": "http://127.0.0.1:port"},
]


@pytest.mark.parametrize("page", FOREIGN_PAGES)
@pytest.mark.parametrize("key", [None, ""], ids=["with the key", "without it"])
async def test_a_page_of_another_origin_sets_no_fault(
    page: dict[str, str], key: str | None
) -> None:
    sandbox = Sandbox()
    async with in_process(sandbox) as http:
        own = {"Authorization": f"Bearer {sandbox.key()}"}
        headers = {**page, **JSON, **(own if key is None else {})}
        answer = await http.post("/sandbox/faults", content=FAULT, headers=headers)
        assert (answer.status_code, answer.json()["message"]) == (403, "Forbidden")
        assert (await http.get("/v2/clients", headers=own)).status_code == 200


@pytest.mark.parametrize(
    "page",
    [
        {},
        {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://127.0.0.1:80"},
        {"Sec-Fetch-Site": "none"},
    ],
)
async def test_a_page_of_its_own_and_other_programs_set_faults(page: dict[str, str]) -> None:
    async with in_process(Sandbox()) as http:
        answer = await http.post("/sandbox/faults", content=FAULT, headers={**page, **JSON})
        assert answer.status_code == 201


async def test_a_page_behind_a_proxy_for_https_is_of_the_same_origin() -> None:
    async with in_process(Sandbox(host_names=["box.example"])) as http:
        for origin, status in (("https://box.example", 201), ("https://box.example:444", 403)):
            headers = {"Host": "box.example", "Origin": origin, **JSON}
            answer = await http.post("/sandbox/faults", content=FAULT, headers=headers)
            assert answer.status_code == status


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_a_fault_is_json_or_has_the_key(media_type: str) -> None:
    sandbox = Sandbox()
    headers = {"Content-Type": media_type} if media_type else {}
    async with in_process(sandbox) as http:
        answer = await http.post("/sandbox/faults", content=FAULT, headers=headers)
        assert answer.status_code == 415
        assert "application/json" in answer.json()["error"]
        headers["Authorization"] = "Bearer wrong"
        answer = await http.post("/sandbox/faults", content=FAULT, headers=headers)
        assert answer.status_code == 415
        headers["Authorization"] = f"Bearer {sandbox.key()}"
        answer = await http.post("/sandbox/faults", content=FAULT, headers=headers)
        assert answer.status_code == 201


async def test_a_page_of_another_origin_pays_and_signs_up_nothing() -> None:
    sandbox = Sandbox()
    gig = sandbox.client()
    payment = await gig.payments.request(
        client={"name": "Ana"}, items=[{"description": "Taza", "quantity": 1, "unit_price": 500}]
    )
    paid_at = urlsplit(payment.short_url or "").path
    async with in_process(sandbox) as http:
        form = {"method": (None, "card")}
        answer = await http.post(paid_at, files=form, headers=ELSEWHERE)
        assert answer.status_code == 403
        assert (await gig.payments.get(payment.id or "")).status == "requires_payment_method"
        answer = await http.post(
            "/v2/auth/signup", content="{}", headers={**ELSEWHERE, "Content-Type": "text/plain"}
        )
        assert answer.status_code == 403
        # A link on a page elsewhere leads here, and the buyer pays on the page itself.
        assert (await http.get(paid_at, headers=ELSEWHERE)).status_code == 200
        headers = {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"}
        assert (await http.post(paid_at, files=form, headers=headers)).status_code == 303


async def test_a_call_with_a_key_may_come_through_a_proxy() -> None:
    sandbox = Sandbox()
    headers = {"Authorization": f"Bearer {sandbox.key()}", "Origin": "http://localhost:5173"}
    async with in_process(sandbox) as http:
        answer = await http.post("/v2/clients", json={"name": "Ana"}, headers=headers)
    assert answer.status_code == 201


PEERS: list[tuple[tuple[str, int] | None, dict[str, str], bool]] = [
    (("127.0.0.1", 1), {}, True),
    (("::1", 1), {}, True),
    (("::ffff:127.0.0.1", 1), {}, True),
    (("192.0.2.7", 1), {}, False),
    (("2001:db8::1", 1), {}, False),
    (("127.0.0.1", 1), {"X-Forwarded-For": "192.0.2.7"}, False),
    (("127.0.0.1", 1), {"Forwarded": "for=192.0.2.7"}, False),
    (None, {}, False),
]


@pytest.mark.parametrize(("peer", "headers", "shown"), PEERS)
async def test_the_page_shows_the_key_to_this_machine_only(
    peer: Any, headers: dict[str, str], shown: bool
) -> None:
    sandbox = Sandbox()
    transport = httpx.ASGITransport(sandbox.app, client=peer)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
        page = (await http.get("/", headers=headers)).text
    assert (sandbox.key() in page) is shown
    assert ("shown on its own machine only" in page) is not shown


def in_process(sandbox: Sandbox) -> httpx.AsyncClient:
    """A client of the app of a sandbox, without its key."""
    transport = httpx.ASGITransport(sandbox.app)
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")
