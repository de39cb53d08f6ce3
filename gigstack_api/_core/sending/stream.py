"""Files of any size from an address to the disk: in pieces, and going on where a connection was
cut.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TypeAlias

from anyio.to_thread import run_sync
from attrs import evolve, frozen

from ...errors import (
    DeliveryError,
    DeliveryTimeoutError,
    GigstackError,
    InvalidArgumentError,
    UnreadableReplyError,
    WrongFileError,
)
from ..files.atomic import Staged
from ..files.content import BY_SUFFIX, is_called_rightly
from ..files.download import is_web_page
from ..http.messages import Lost, Reply
from ..http.streams import Arriving, Files
from ..http.urls import check_file_host
from ..operations.operation import Replay
from ..responses.errors import error_of
from ..retries.policy import Outcome, RetryPolicy, wait_before_repeat
from .attempts import Clock
from .ranges import Part, begun, range_headers
from .request import USER_AGENT

OnProgress: TypeAlias = Callable[[int, int | None], object]
"""Takes how many bytes are there, and how many the whole file has (None where its host does not
say).
"""

FILE = frozenset({200, 206})

CHANGED = frozenset({412, 416})

SILENCE_S = 30.0

BUFFER_BYTES = 256 * 1024

PROOF_BYTES = 1024
"""So much of a file tells its kind."""

WORTH_BYTES = 1024 * 1024
"""An attempt that got so much further did not fail."""


@frozen(kw_only=True)
class Terms:
    """How a file is fetched: the longest silence of its host (seconds), repeats, the most bytes,
    and who is told of them.
    """

    silence_s: float
    retries: RetryPolicy
    max_bytes: int | None = None
    progress: OnProgress | None = None


async def stream_to_file(
    files: Callable[[], AbstractAsyncContextManager[Files]],
    url: str,
    target: Path,
    terms: Terms,
    *,
    clock: Clock,
) -> Path:
    """The target, once the file behind an address has taken its place; of what fails or is
    cancelled nothing is left.

    Raises:
        InvalidArgumentError: the address is not https, or the target is a directory.
        APIError: the host answered, and said no.
        DeliveryError: the file did not come whole.
        UnreadableReplyError: the host sent no file.
        WrongFileError: the file is too large, a web page, or not what it is called.
        OSError: it cannot be written.
    """
    host = check_file_host(url)
    with _staged(target) as staged:
        stream = Stream(url, host, staged, terms)
        async with files() as connection:
            await stream.fetch(connection, clock)
        await run_sync(_keep, staged, BY_SUFFIX.get(target.suffix.lower(), stream.media_type))
    return target


def _staged(target: Path) -> Staged:
    if target.is_dir():
        raise InvalidArgumentError("path names the file to write, not a directory")
    return Staged(target)


def _keep(staged: Staged, media_type: str) -> None:
    staged.finish()
    head = staged.head(PROOF_BYTES)
    if is_web_page(head):
        raise WrongFileError("a web page came instead of the file")
    if not is_called_rightly(head, media_type):
        raise WrongFileError(f"the file is not what it is called: {media_type}")
    staged.keep()


class Stream:
    """One file on its way."""

    def __init__(self, url: str, host: str, staged: Staged, terms: Terms) -> None:
        self.media_type = ""
        self._url = url
        self._host = host
        self._staged = staged
        self._terms = terms
        self._part = Part()

    async def fetch(self, files: Files, clock: Clock) -> None:
        """Returns once all bytes are there. Ends after so many attempts in a row that hardly got
        further, as the policy says.
        """
        attempt = furthest = 0
        while (ended := await self._attempt(files)) is not None:
            attempt += 1
            if self._part.done >= furthest + WORTH_BYTES:
                attempt, furthest = 1, self._part.done
            wait = wait_before_repeat(
                self._terms.retries,
                Replay.SAFE,
                _outcome(ended),
                attempt=attempt,
                remaining_s=self._terms.silence_s
                + self._terms.retries.max_wait_s,  # a longer Retry-After is not waited for
                chance=clock.chance(),
            )
            if wait is None:
                raise self._error(ended)
            await clock.sleep(wait)

    async def _attempt(self, files: Files) -> Reply | Lost | None:
        """None once the file is there; else the answer that is none, or how it was lost."""
        headers = {
            "User-Agent": USER_AGENT,
            "Accept-Encoding": "identity",
            **range_headers(self._part),
        }
        answer = await files.get(self._url, headers, silence_s=self._terms.silence_s)
        if isinstance(answer, Lost):
            return answer
        try:
            if answer.reply.status in FILE:
                return await self._take(answer)
            if answer.reply.status in CHANGED and self._part.done:
                return self._changed()
            return await answer.refusal()
        finally:
            await answer.aclose()

    async def _take(self, answer: Arriving) -> Lost | None:
        """None once the rest of the file is there; else how it was lost."""
        self._check_head(answer.reply)
        part = begun(self._part, answer.reply)
        if part is None:
            return self._changed()
        if part.done == 0:
            await run_sync(self._staged.start_over)
        self._part = part
        self._check_size(part.total or 0)
        buffer = bytearray()
        while (piece := await answer.piece()) and not isinstance(piece, Lost):
            buffer += piece
            if len(buffer) >= BUFFER_BYTES:
                await self._write(buffer)
        await self._write(buffer)
        if self._part.done == part.total or (part.total is None and not isinstance(piece, Lost)):
            return None
        return (
            piece
            if isinstance(piece, Lost)
            else Lost("the file is not as long as its host said", sent=True)
        )

    async def _write(self, buffer: bytearray) -> None:
        """Empties a buffer into the file."""
        if not buffer:
            return
        self._check_size(self._part.done + len(buffer))
        await run_sync(self._staged.write, buffer)
        self._part = evolve(self._part, done=self._part.done + len(buffer))
        buffer.clear()
        if self._terms.progress is not None:
            self._terms.progress(self._part.done, self._part.total)

    def _check_size(self, size: int) -> None:
        most = self._terms.max_bytes
        if most is not None and size > most:
            raise WrongFileError(f"the file has {size} bytes or more; max_bytes is {most}")

    def _check_head(self, reply: Reply) -> None:
        if reply.media_type == "text/html":
            raise self._unreadable("a web page came instead of the file", reply)
        if reply.headers.get("content-encoding", "identity") != "identity":
            raise self._unreadable("the file came packed, though it was asked for as it is", reply)
        self.media_type = reply.media_type

    def _changed(self) -> Lost:
        """The next attempt starts over."""
        self._part = Part()
        return Lost("the file changed while it was fetched", sent=True)

    def _error(self, ended: Reply | Lost) -> GigstackError:
        path = f"//{self._host}"
        if isinstance(ended, Reply):
            return error_of(ended, method="GET", path=path) or self._unreadable(
                "the answer holds no file", ended
            )
        kind = DeliveryTimeoutError if ended.timed_out else DeliveryError
        return kind(
            f"{ended.reason}; {self._part.done} bytes came",
            operation="download_to",
            method="GET",
            path=path,
        )

    def _unreadable(self, problem: str, reply: Reply) -> UnreadableReplyError:
        return UnreadableReplyError(
            problem, status=reply.status, method="GET", path=f"//{self._host}", body=reply.body
        )


def _outcome(ended: Reply | Lost) -> Outcome:
    if isinstance(ended, Lost):
        return Outcome()
    return Outcome(status=ended.status, retry_after_s=ended.retry_after_s())
