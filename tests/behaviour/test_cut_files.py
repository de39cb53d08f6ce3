"""A file whose host does not say how long it is must show its own end."""

from __future__ import annotations

from pathlib import Path

import pytest

from gigstack_api import Gigstack, RetryPolicy, UnreadableReplyError, WrongFileError
from tests.support.scripted_api import KEY
from tests.support.tcp_server import Connection, Script, read_request, tcp_server

pytestmark = pytest.mark.anyio

PDF = b"%PDF-1.7\n" + b"x" * 500 + b"%%EOF"


def until_close(body: bytes, media_type: str = "application/pdf", *headers: str) -> Script:
    """A host that gives a body without its length, and closes the connection."""

    async def script(connection: Connection) -> None:
        await read_request(connection)
        lines = ["HTTP/1.1 200 OK", f"Content-Type: {media_type}", *headers]
        await connection.send("\r\n".join(lines).encode() + b"\r\n\r\n" + body)

    return script


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (PDF[:-1], "application/pdf"),
        (PDF[:100], "application/octet-stream"),
        (b"PK\x03\x04" + b"x" * 100, "application/zip"),
        (b"<?xml version='1.0'?><a>", "application/xml"),
    ],
)
async def test_half_a_file_without_a_length_is_not_kept(
    body: bytes, media_type: str, tmp_path: Path
) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    async with (
        tcp_server(until_close(body, media_type)) as url,
        Gigstack(KEY, base_url=url, retries=RetryPolicy.none()) as gig,
    ):
        with pytest.raises(UnreadableReplyError, match="is cut off"):
            await gig.download(f"{url}/a")
        with pytest.raises(WrongFileError, match="is cut off"):
            await gig.download_to(f"{url}/a", target)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


async def test_half_a_file_in_an_answer_of_the_api_is_not_returned() -> None:
    async with (
        tcp_server(until_close(PDF[:-1])) as url,
        Gigstack(KEY, base_url=url, retries=RetryPolicy.none()) as gig,
    ):
        with pytest.raises(UnreadableReplyError, match="is cut off") as caught:
            await gig.sat_invoices.generate_pdf("x")
    assert caught.value.body == PDF[:-1]


async def test_a_whole_file_without_a_length_is_kept(tmp_path: Path) -> None:
    async with (
        tcp_server(until_close(PDF)) as url,
        Gigstack(KEY, base_url=url, retries=RetryPolicy.none()) as gig,
    ):
        assert (await gig.download(f"{url}/a")).content == PDF
        path = await gig.download_to(f"{url}/a", tmp_path / "a.pdf")
        assert path.read_bytes() == (await gig.sat_invoices.generate_pdf("x")).content == PDF
