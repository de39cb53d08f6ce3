"""Bodies for httpx. If an exchange breaks, they leave no generator behind: trio warns of those."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence

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
            return response.content
        packed = b"".join([part async for part in response.aiter_raw()])
        if "content-encoding" not in response.headers:
            return packed
        # As a whole: an error while the generators of httpx run would leave them behind.
        return httpx.Response(
            response.status_code, headers=response.headers, content=packed
        ).content
    finally:
        await response.aclose()


def encode_multipart(
    fields: Mapping[str, str], files: Sequence[tuple[str, Upload]]
) -> tuple[str, bytes]:
    """The content type and bytes of a multipart form, with a random boundary."""
    parts = [(name, (upload.name, upload.content, upload.media_type)) for name, upload in files]
    request = httpx.Request("POST", "https://form.invalid", data=dict(fields), files=parts)
    return request.headers["Content-Type"], request.read()
