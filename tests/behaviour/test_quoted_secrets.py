"""A host that quotes what it was sent puts no secret into an error, a drift or a log."""

from __future__ import annotations

import copy
import logging
import traceback
from base64 import b64encode
from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from gigstack_api import APIError, Drift, GigstackError, RetryPolicy, UnreadableReplyError
from gigstack_api._core.files.upload import FileInput
from tests.support.scripted_api import KEY, LOST, Api, client

pytestmark = pytest.mark.anyio

WORD = 'a "secret" word/ñ'
KEY_FILE = b"\x30\x82\x02\x00\x30\x10\x06" + b"KEYFILE" * 90
CERT = b"\x30\x82\x03\x00\x30\x82\x02\x00\xa0\x03\x02\x01" + bytes(800)

Quote = Callable[[str], str]

QUOTES: list[Quote] = [
    str,
    lambda text: quote(text, safe=""),
    lambda text: b64encode(text.encode()).decode(),
    lambda text: "".join(f"\\u{ord(letter):04x}" for letter in text),
]


def shown(error: BaseException) -> str:
    """Everything that an error shows."""
    return f"{error} {error!r} {vars(error)!r} {''.join(traceback.format_exception(error))}"


def error_bodies(text: str) -> list[dict[str, Any]]:
    return [
        {"error": {"message": f"cannot parse {text}", "code": "bad", "details": [text]}},
        {"error": {"message": "no", "code": text, "details": {"headers": {text: [text]}}}},
        {"error": text, "message": f"got: {text}"},
        {"success": False, "message": text},
    ]


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("way", QUOTES)
@pytest.mark.parametrize("status", [200, 400, 401, 422, 500])
@pytest.mark.parametrize("shape", range(4))
async def test_an_error_shows_no_secret_that_its_answer_quotes(
    way: Quote, status: int, shape: int
) -> None:
    for secret in (KEY, WORD, b64encode(KEY_FILE).decode()):
        body = error_bodies(way(secret))[shape] | {"success": False}
        gig = client(Api(httpx.Response(status, json=body)), retries=RetryPolicy.none())
        with pytest.raises(GigstackError) as caught:
            await gig.teams.upload_csd("t", cert=CERT, key=KEY_FILE, keyPass=WORD)
        assert secret not in shown(caught.value)
        assert way(secret) not in shown(caught.value)
        assert "***" in shown(caught.value)
        assert secret not in shown(copy.copy(caught.value))


@pytest.mark.parametrize("way", ["path", "str", "file"])
async def test_a_key_file_that_is_read_is_masked_as_its_bytes_are(way: str, tmp_path: Path) -> None:
    path = tmp_path / "team.key"
    path.write_bytes(KEY_FILE)
    quoted = [b64encode(KEY_FILE).decode(), KEY_FILE.decode("latin-1"), KEY_FILE.hex()]
    body = {"error": {"message": f"cannot parse {quoted[0]}", "code": "bad", "details": quoted}}
    gig = client(Api(httpx.Response(400, json=body)), retries=RetryPolicy.none())
    keys: dict[str, FileInput] = {
        "path": path,
        "str": str(path),
        "file": BytesIO(KEY_FILE),
    }
    with pytest.raises(GigstackError) as caught:
        await gig.teams.upload_csd("t", cert=CERT, key=keys[way], keyPass=WORD)
    assert "KEYFILE" not in shown(caught.value)
    assert not [text for text in quoted if text in shown(caught.value)]
    assert "cannot parse ***" in str(caught.value)


@pytest.mark.parametrize(
    "quoted", [KEY_FILE.hex(":"), KEY_FILE.hex().upper(), quote(KEY_FILE), str([*KEY_FILE])]
)
@pytest.mark.parametrize("way", ["upload_csd", "upload_fiel", "sign_manifest", "Base64"])
async def test_the_bytes_of_a_key_file_are_masked(way: str, quoted: str) -> None:
    body = {"error": {"message": f"bad {quoted}", "code": "bad", "details": [[*KEY_FILE]]}}
    gig = client(Api(httpx.Response(400, json=body)), retries=RetryPolicy.none())
    text = b64encode(KEY_FILE).decode()
    calls: dict[str, Callable[[], Awaitable[object]]] = {
        "upload_csd": lambda: gig.teams.upload_csd("t", cert=CERT, key=KEY_FILE, keyPass=WORD),
        "upload_fiel": lambda: gig.sat_download.upload_fiel(cert=CERT, key=KEY_FILE, password=WORD),
        "sign_manifest": lambda: gig.teams.sign_manifest(
            "t", cert=CERT, key=KEY_FILE, password=WORD
        ),
        "Base64": lambda: gig.teams.sign_manifest("t", cert=CERT, key=text, password=WORD),
    }
    with pytest.raises(GigstackError) as caught:
        await calls[way]()
    assert quoted[-40:] not in shown(caught.value)
    assert "75, 69, 89, 70" not in shown(caught.value)
    assert "***" in str(caught.value)


async def test_an_unreadable_answer_shows_no_secret_that_it_quotes() -> None:
    page = httpx.Response(200, html=f"<p>Authorization: Bearer {KEY}</p>")
    with pytest.raises(UnreadableReplyError) as caught:
        await client(Api(page)).clients.get("c")
    assert caught.value.body == b"<p>Authorization: Bearer ***</p>"


async def test_an_error_after_a_lost_attempt_shows_no_secret() -> None:
    refused = httpx.Response(409, json={"error": {"message": f"got {KEY}", "code": "conflict"}})
    with pytest.raises(GigstackError) as caught:
        await client(Api(LOST, refused)).clients.delete("c")
    assert KEY not in shown(caught.value)


async def test_a_drift_shows_no_secret_that_the_answer_quotes(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    seen: list[Drift] = []
    gig = client(
        Api(httpx.Response(200, json={"data": {KEY: [KEY], "id": {"a": KEY}}})),
        on_drift=seen.append,
    )
    await gig.clients.get("c")
    assert len(seen) >= 2
    assert KEY not in f"{seen!r} {[(drift.path, drift.got) for drift in seen]!r} {caplog.text}"


async def test_the_error_of_a_file_host_does_not_show_its_address() -> None:
    address = "https://files.test/a.pdf?signature=a-secret-signature"
    refused = httpx.Response(403, json={"error": {"message": f"expired: {quote(address)}"}})
    with pytest.raises(APIError) as caught:
        await client(Api(refused)).download(address)
    assert "a-secret-signature" not in shown(caught.value)


async def test_an_answer_that_quotes_no_secret_is_told_as_it_came() -> None:
    details = [{"field": "tax_id", "value": "XAXX010101000"}, 1, None]
    body = {"error": {"message": "a key begins with sk_test_", "code": "bad", "details": details}}
    with pytest.raises(APIError) as caught:
        await client(Api(httpx.Response(400, json=body))).clients.get("c")
    assert caught.value.message == "a key begins with sk_test_"
    assert caught.value.details == details
