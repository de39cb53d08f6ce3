"""Injection: no query, header, form, file name or base URL breaks out of its place."""

from __future__ import annotations

from email import message_from_bytes
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from gigstack_api import ConfigurationError, Gigstack, InvalidArgumentError
from tests.support.scripted_api import Api, answer, client

pytestmark = pytest.mark.anyio
ODD = (
    "a&team=team_evil",
    "a=b",
    "a#b",
    "a?b=c",
    "a\r\nX-Evil: 1",
    "a\n",
    "a;b",
    "a%26b",
    "a+b",
    "ñ 漢",
    "a\0b",
    " ",
    "'\"<>",
    "x" * 20_000,
)


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: ascii(odd[:20]))
async def test_any_metadata_filter_stays_one_parameter(odd: str) -> None:
    api = Api(answer([]), answer([]))
    gig = client(api)
    await gig.clients.list(metadata={odd: "value"}, limit=5)
    await gig.clients.list(metadata={"key": odd}, limit=5)
    assert [sorted(query.items()) for query in api.queries] == [
        [("limit", "5"), (f"metadata.{odd}", "value")],
        [("limit", "5"), ("metadata.key", odd)],
    ]
    assert all(
        request.url.host == "api.test" and request.url.path == "/v2/clients"
        for request in api.requests
    )


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: ascii(odd[:20]))
async def test_any_team_stays_one_parameter(odd: str) -> None:
    api = Api(answer({}))
    if not odd.strip():
        with pytest.raises(InvalidArgumentError):
            client(api).for_team(odd)
        return
    await client(api).for_team(odd).clients.get("x")
    assert parse_qsl(api.requests[0].url.query.decode(), strict_parsing=True) == [("team", odd)]


@pytest.mark.parametrize(
    "odd", ["a\r\nX-Evil: 1", "a\n", "a\0", "ñ", "漢", "a\x7f", "\t", ""], ids=ascii
)
async def test_a_header_that_could_inject_another_is_refused(odd: str) -> None:
    api = Api()
    with pytest.raises(
        InvalidArgumentError, match="must be a non-empty string of printable ASCII characters"
    ):
        await client(api).auth.signup(
            email="a@ejemplo.com", name="A", plan_id="free", idempotency_key=odd
        )
    assert api.requests == []


@pytest.mark.parametrize("length", [1, 8_000])
async def test_a_header_of_any_length_arrives_whole(length: int) -> None:
    api = Api(answer({}))
    await client(api).auth.signup(
        email="a@ejemplo.com", name="A", plan_id="free", idempotency_key="k" * length
    )
    assert api.requests[0].headers["Idempotency-Key"] == "k" * length


@pytest.mark.parametrize("odd", [*filter(str.strip, ODD)], ids=lambda odd: ascii(odd[:20]))
async def test_an_idempotency_key_in_a_body_arrives_unchanged(odd: str) -> None:
    api = Api(answer({}))
    await client(api).receipts.create(client={}, items=[], idempotency_key=odd)
    assert api.bodies[0]["idempotency_key"] == odd


class Named(BytesIO):
    """A file object with a name."""

    def __init__(self, name: str) -> None:
        super().__init__(b"%PDF-1.7 x")
        self.name = name


@pytest.mark.parametrize(
    "odd",
    [
        'a".pdf',
        'a"; name="evil',
        "a\r\nContent-Type: text/html\r\n\r\n<p>.pdf",
        "ñ 漢.pdf",
        "a;b.pdf",
        "a\\.pdf",
    ],
    ids=ascii,
)
async def test_any_file_name_stays_in_its_header(odd: str) -> None:
    api = Api(answer({}))
    await client(api).clients.upload_csf(file=Named(odd))
    request = api.requests[0]
    form = message_from_bytes(
        b"Content-Type: " + request.headers["Content-Type"].encode() + b"\r\n\r\n" + request.content
    )
    parts: Any = form.get_payload()
    (part,) = parts
    assert part.get_param("name", header="Content-Disposition") == "file"
    assert part.get_payload(decode=True) == b"%PDF-1.7 x"
    assert sorted(part.keys()) == ["Content-Disposition", "Content-Type"]


@pytest.mark.parametrize("odd", ['a"b', "a\r\nb: c", "ñ", "--boundary\r\n"], ids=ascii)
async def test_any_text_of_a_form_stays_in_its_part(odd: str) -> None:
    api = Api(answer({}))
    await client(api).teams.upload_csd("team_1", cert=b"c", key=b"k", keyPass=odd)
    request = api.requests[0]
    form = message_from_bytes(
        b"Content-Type: " + request.headers["Content-Type"].encode() + b"\r\n\r\n" + request.content
    )
    parts: Any = form.get_payload()
    texts = {
        part.get_param("name", header="Content-Disposition"): part.get_payload(decode=True)
        for part in parts
    }
    assert texts["keyPass"] == odd.encode()
    assert sorted(texts) == ["cert", "key", "keyPass"]


@pytest.mark.parametrize(
    "base_url",
    [
        "https://user:pw@api.test/v2",
        "https://api.test/v2?team=x",
        "https://api.test/v2#x",
        "https://api.test\r\nX-Evil: 1/v2",
        "https://api.test/v2\r\nX: 1",
        "https://api.test:port/v2",
        "https:///v2",
        "ftp://api.test/v2",
        "//api.test/v2",
        "api.test/v2",
        "http://api.test/v2",
        "http://127.0.0.1.evil.test/v2",
        "http://localhost.evil.test/v2",
        "http://127.0.0.1@evil.test/v2",
        "http://[::ffff:10.0.0.1]/v2",
        "http://0x7f.1.evil/v2",
        "javascript:alert(1)",
    ],
)
async def test_an_ambiguous_base_url_is_refused_without_its_password(base_url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Gigstack("key", base_url=base_url)
    assert "pw" not in str(caught.value)


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        ("https://api.test", "https://api.test/clients/x"),
        ("https://api.test/", "https://api.test/clients/x"),
        ("https://api.test/a b/v2//", "https://api.test/a%20b/v2/clients/x"),
        ("https://api.test/%2e%2e/v2", "https://api.test/%2e%2e/v2/clients/x"),
        ("HTTPS://API.TEST/v2", "https://api.test/v2/clients/x"),
    ],
)
async def test_the_path_of_a_base_url_stays_in_front(base_url: str, url: str) -> None:
    api = Api(answer({}))
    gig = Gigstack(
        "key", base_url=base_url, http_client=httpx.AsyncClient(transport=httpx.MockTransport(api))
    )
    await gig.clients.get("x")
    assert str(api.requests[0].url) == url
