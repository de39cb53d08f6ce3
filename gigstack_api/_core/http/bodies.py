"""Bodies on their way through httpx: none of its generators is left behind where an exchange
breaks, since trio warns of that.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence

import httpx

from ..files.upload import Upload


def with_body(built: httpx.Request, content: bytes) -> httpx.Request:
    """A request that sends these bytes; httpx's own stream of them is a generator."""
    built.stream = Body(content)
    return built


class Body(httpx.AsyncByteStream):
    """The bytes of a request, in one piece."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        return _Once(self._content)


class _Once:
    """Gives one value."""

    def __init__(self, value: bytes) -> None:
        self._left = [value]

    def __aiter__(self) -> _Once:
        return self

    async def __anext__(self) -> bytes:
        if not self._left:
            raise StopAsyncIteration
        return self._left.pop()


async def read_content(response: httpx.Response) -> bytes:
    """The content of an answer, unpacked when it is whole: what fails while generators run leaves
    them behind.
    """
    try:
        if (
            response.is_stream_consumed
        ):  # an event hook of the user has read it, or it came as a whole
            return response.content
        packed = b"".join([part async for part in response.aiter_raw()])
        if "content-encoding" not in response.headers:
            return packed
        return httpx.Response(
            response.status_code, headers=response.headers, content=packed
        ).content
    finally:
        await response.aclose()


def encode_multipart(
    fields: Mapping[str, str], files: Sequence[tuple[str, Upload]]
) -> tuple[str, bytes]:
    """Content type and bytes of a form, with a boundary of its own."""
    parts = [(name, (upload.name, upload.content, upload.media_type)) for name, upload in files]
    request = httpx.Request("POST", "https://form.invalid", data=dict(fields), files=parts)
    return request.headers["Content-Type"], request.read()
