"""The key goes to the API only, over TLS that cannot be switched off."""

from __future__ import annotations

import ssl
from pathlib import Path

import httpx
import pytest
import trustme

from gigstack_api import (
    APIError,
    DeliveryError,
    Gigstack,
    InvalidArgumentError,
    RetryPolicy,
    UnreadableReplyError,
)
from tests.support.scripted_api import BASE, KEY, Answer, Api, answer
from tests.support.tcp_server import Answering, over_tls, response, tcp_server

pytestmark = pytest.mark.anyio
PLACES = (
    "https://evil.test/v2/clients/x",
    "https://api.test/other",
    "http://api.test/v2/clients/x",
    "//evil.test/x",
    "/v2/clients/y",
)
SWITCHES = (
    "VERIFY",
    "VERIFY_SSL",
    "SSL_VERIFY",
    "INSECURE",
    "SSL_NO_VERIFY",
    "TLS_VERIFY",
    "CA_BUNDLE",
    "API_VERIFY",
    "API_INSECURE",
)


def following(*answers: Answer) -> tuple[Gigstack, Api]:
    """A client on an httpx client that follows redirects, and the API it calls."""
    api = Api(*answers)
    given = httpx.AsyncClient(transport=httpx.MockTransport(api), follow_redirects=True)
    return Gigstack(KEY, base_url=BASE, http_client=given, retries=RetryPolicy.none()), api


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("place", PLACES)
async def test_a_redirect_is_an_error_even_if_httpx_would_follow(status: int, place: str) -> None:
    gig, api = following(httpx.Response(status, headers={"Location": place}), answer({}))
    with pytest.raises(
        APIError, match="redirects are not followed, so that the key cannot leak"
    ) as caught:
        await gig.clients.get("x")
    assert (caught.value.status, len(api.requests)) == (status, 1)
    assert place not in str(caught.value)


@pytest.mark.parametrize(
    "cursor",
    [
        "https://evil.test/v2/clients?next=2",
        "//evil.test/x",
        "/v2/other",
        "a&team=evil",
        "\r\nHost: evil.test",
    ],
)
async def test_a_cursor_is_never_used_as_a_url(cursor: str) -> None:
    gig, api = following(
        answer([{"id": "1"}], has_more=True, next=cursor), answer([], has_more=False)
    )
    assert len(await gig.clients.list().collect()) == 1
    assert [(request.url.host, request.url.path) for request in api.requests] == [
        ("api.test", "/v2/clients")
    ] * 2
    assert api.queries[1] == {"next": cursor}


@pytest.mark.parametrize(
    "address",
    [
        "https://files.test/a.pdf?signature=s",
        "https://api.test/v2/files/a.pdf",
        "https://user:pw@files.test/a.pdf",
    ],
)
async def test_a_file_is_fetched_without_the_key_from_any_host(address: str) -> None:
    gig, api = following(httpx.Response(200, content=b"%PDF-"))
    await gig.for_team("team_1").download(address)
    assert KEY not in repr(api.requests[0].headers.raw)
    assert api.requests[0].url.params.get("team") is None


@pytest.mark.parametrize(
    "address",
    ["http://files.test/a.pdf", "http://127.0.0.1.evil.test/a", "http://localhost@evil.test/a"],
)
async def test_a_file_over_plain_http_is_not_fetched(address: str) -> None:
    gig, api = following()
    with pytest.raises(InvalidArgumentError) as caught:
        await gig.download(address)
    assert (api.requests, address in str(caught.value)) == ([], False)


@pytest.mark.parametrize("address", ["http://127.0.0.1:8/a.pdf", "http://localhost/a.pdf"])
async def test_an_api_elsewhere_cannot_have_this_machine_asked(
    address: str, tmp_path: Path
) -> None:
    link = httpx.Response(200, json={"pdf": address})
    files = httpx.Response(200, json={"data": {"pdf": address, "xml": address}})
    gig, api = following(link, files)
    with pytest.raises(InvalidArgumentError, match="over https only"):
        await gig.download(address)
    with pytest.raises(InvalidArgumentError, match="over https only"):
        await gig.download_to(address, tmp_path / "a.pdf")
    with pytest.raises(UnreadableReplyError, match="over https only"):
        await gig.sat_invoices.generate_pdf("x")
    with pytest.raises(UnreadableReplyError, match="over https only"):
        await gig.invoices.bundle("x")
    assert {request.url.host for request in api.requests} == {"api.test"}
    assert list(tmp_path.iterdir()) == []


async def test_an_api_on_this_machine_may_name_files_here() -> None:
    script = Answering(response(b"%PDF-1.7"))
    async with tcp_server(script) as url, Gigstack(KEY, base_url=url) as gig:
        assert (await gig.download(f"{url}/a.pdf")).content == b"%PDF-1.7"


async def test_a_redirect_of_a_file_host_is_not_followed_or_shown() -> None:
    gig, api = following(httpx.Response(302, headers={"Location": "http://evil.test/?signature=s"}))
    with pytest.raises(APIError) as caught:
        await gig.download("https://files.test/a.pdf?signature=s")
    assert (len(api.requests), "signature" in f"{caught.value!r}") == (1, False)


async def test_a_link_over_plain_http_is_refused_without_its_url() -> None:
    gig, _ = following(httpx.Response(200, json={"pdf": "http://evil.test/a?signature=s"}))
    with pytest.raises(UnreadableReplyError) as caught:
        await gig.sat_invoices.generate_pdf("x")
    assert "signature" not in f"{caught.value!r}"


async def test_a_netrc_does_not_replace_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / ".netrc"
    netrc.write_text(
        "machine api.test login evil password evil\ndefault login evil password evil\n"
    )
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    gig, api = following(answer({}))
    await gig.clients.get("x")
    assert api.requests[0].headers["Authorization"] == f"Bearer {KEY}"


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    """The TLS of a server whose certificate only itself has signed."""
    authority = trustme.CA()
    chain = tmp_path / "self-signed.pem"
    chain.write_bytes(authority.private_key_pem.bytes() + authority.cert_pem.bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    return context


@pytest.mark.parametrize("value", ["0", "false", "1", "true", "none"])
async def test_no_variable_disables_certificate_checks(
    self_signed: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    for name in SWITCHES:
        monkeypatch.setenv(f"GIGSTACK_{name}", value)
    script = Answering()

    async with (
        tcp_server(over_tls(script, self_signed)) as url,
        Gigstack(KEY, base_url=url.replace("http:", "https:"), retries=RetryPolicy.none()) as gig,
    ):
        with pytest.raises(
            DeliveryError, match=r"cannot connect: self-signed certificate; nothing was sent"
        ):
            await gig.clients.get("x")

    assert script.requests == []
