"""Bodies for httpx. If an exchange breaks, they leave no generator behind: trio warns of those."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, cast

import httpx

from ..files.upload import Upload


def with_body(built: httpx.Request, content: bytes) -> httpx.Request:
    """The request, with a body that is not a generator as that of httpx is."""
    built.stream = Body(content)
    return built


class Body(httpx.AsyncByteStream):
    """The bytes of a request, in one piece."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        return _Once(self._content)


class _Once:
    """An iterator over one value."""

    def __init__(self, value: bytes) -> None:
        self._left = [value]

    def __aiter__(self) -> _Once:
        return self

    async def __anext__(self) -> bytes:
        if not self._left:
            raise StopAsyncIteration
        return self._left.pop()


async def read_content(response: httpx.Response) -> bytes:
    """The decompressed content of an answer."""
    try:
        # An event hook of the user has read it, or it came as a whole.
        if response.is_stream_consumed:
            content = response.content
            await drop_leftovers(response)
            return content
        packed = b"".join([part async for part in raw_parts(response)])
        await drop_leftovers(response)
        if "content-encoding" not in response.headers:
            return packed
        # As a whole: an error while the generators of httpx run would leave them behind.
        return httpx.Response(
            response.status_code, headers=response.headers, content=packed
        ).content
    finally:
        await response.aclose()


def raw_parts(response: httpx.Response) -> AsyncIterator[bytes]:
    """The raw bytes of an answer.

    Unlike httpx's `aiter_raw` it leaves the answer open at its end, so that `drop_leftovers` runs
    before another call gets the connection.
    """
    return aiter(cast(httpx.AsyncByteStream, response.stream))


async def drop_leftovers(response: httpx.Response) -> None:
    """Makes httpcore close the connection of an answer if more than the answer arrived.

    httpcore would keep the rest in its parser, and the next call on the connection would read it as
    its own answer. A connection whose parser has failed is not kept.
    """
    connection = _connection_of(response)
    if connection is None or not _has_leftovers(connection, response):
        return
    if not response.is_closed:
        connection._h11_state.send_failed()
    # Read by an event hook of the user, and kept already.
    elif connection.is_idle():
        await connection.aclose()


def _connection_of(response: httpx.Response) -> Any:
    """The HTTP/1.1 connection of httpcore under the wrappers of a stream, None if there is none."""
    link: Any = response.stream
    for name in ("_stream", "_httpcore_stream", "_stream", "_connection"):
        link = getattr(link, name, link)
    return link if hasattr(link, "_h11_state") else None


def _has_leftovers(connection: Any, response: httpx.Response) -> bool:
    if connection._h11_state.trailing_data[0]:
        return True
    stream = response.extensions.get("network_stream")
    encrypted = stream and stream.get_extra_info("ssl_object")
    if encrypted is None:
        return False
    try:
        encrypted.read(1)  # what is there, but still encrypted: it does not wait for more
    except ssl.SSLWantReadError:
        return False
    except (OSError, ValueError):
        pass
    return True


def encode_multipart(
    fields: Mapping[str, str], files: Sequence[tuple[str, Upload]]
) -> tuple[str, bytes]:
    """The content type and bytes of a multipart form, with a random boundary."""
    parts = [(name, (upload.name, upload.content, upload.media_type)) for name, upload in files]
    request = httpx.Request("POST", "https://form.invalid", data=dict(fields), files=parts)
    return request.headers["Content-Type"], request.read()
