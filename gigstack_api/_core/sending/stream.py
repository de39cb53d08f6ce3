"""A file of any size, streamed to the disk: in pieces, and resumed where a connection was cut."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from typing import TypeAlias

from anyio.to_thread import run_sync
from msgspec.structs import replace

from ...errors import GigstackError, InvalidArgumentError, UnreadableReplyError, WrongFileError
from ..files.atomic import StagedFile
from ..files.content import BY_SUFFIX
from ..files.download import commit_download
from ..http.header_fields import content_codings, prove_end
from ..http.messages import Lost, Reply
from ..http.streams import FileClient, Part, StreamingReply, range_headers, resume_at
from ..http.urls import check_file_host
from ..operations.route import Replay
from ..responses.errors import to_error, unreadable
from ..retries.history import Attempt, AttemptHistory
from ..retries.policy import RetryPolicy
from ..schema.data import Data
from .attempts import Attempts, Clock, delivery_error, record_attempt
from .observing import CallFacts, CallObserver, Watching, facts_of_file
from .request import USER_AGENT

OnProgress: TypeAlias = Callable[[int, int | None], object]
"""Called with the bytes received and those of the file; None if the host does not say."""

FILE = frozenset({200, 206})
CHANGED = frozenset({412, 416})

SILENCE_S = 30.0
BUFFER_BYTES = 256 * 1024

WORTH_BYTES = 1024 * 1024
"""An attempt that got this much further did not fail."""


class DownloadOptions(Data, frozen=True, kw_only=True):
    """How to fetch a file. `silence_s` is the longest silence of its host, `local` says that the
    API is on this machine.
    """

    silence_s: float
    retries: RetryPolicy
    max_bytes: int | None = None
    progress: OnProgress | None = None
    local: bool = False


async def stream_to_file(
    files: Callable[[str], AbstractAsyncContextManager[FileClient]],
    url: str,
    target: Path,
    options: DownloadOptions,
    *,
    clock: Clock,
) -> Path:
    """The target path, once it holds the file from an address.

    Nothing is left behind on failure or cancellation.

    Raises:
        InvalidArgumentError: the address is not https, or the target is a directory.
        APIError: the host answered with an error.
        DeliveryError: the file did not arrive completely.
        UnreadableReplyError: the host did not send a file.
        WrongFileError: the file is too large, a web page, or of another type than its name says.
        OSError: the file cannot be written.
    """
    host = check_file_host(url, local=options.local)
    facts = facts_of_file("download_to", url, host)
    with Watching(facts) as observer, _staged(target) as staged:
        stream = Stream(url, facts, staged, options)
        async with files(url) as connection:
            await stream.fetch(connection, clock, observer)
        media_type = BY_SUFFIX.get(target.suffix.lower(), stream.media_type)
        await run_sync(partial(commit_download, staged, media_type, proven=stream.is_proven))
    return target


def _staged(target: Path) -> StagedFile:
    if target.is_dir():
        raise InvalidArgumentError("path names the file to write, not a directory")
    return StagedFile(target)


class Stream:
    """The download of one file."""

    def __init__(
        self, url: str, facts: CallFacts, staged: StagedFile, options: DownloadOptions
    ) -> None:
        self.media_type = ""
        self._is_framed = False
        self._url = url
        self._facts = facts
        self._staged = staged
        self._options = options
        self._part = Part()
        self._furthest = 0

    async def fetch(self, files: FileClient, clock: Clock, observer: CallObserver | None) -> None:
        """Returns once all bytes are in the staged file.

        It gives up after `RetryPolicy.max_attempts` attempts in a row that hardly got further.
        """

        async def attempt(number: int, _: AttemptHistory) -> Attempt:
            started = clock.now()
            ended = await self._attempt(files)
            attempt = Attempt.of(ended, advanced=self._advance())
            record_attempt(self._facts, number, attempt, observer, took_s=clock.now() - started)
            return attempt

        retries = self._options.retries
        attempts = Attempts(
            retries,
            Replay.SAFE,
            facts=self._facts,
            clock=clock,
            remaining_s=lambda: self._options.silence_s + retries.max_wait_s,
            observer=observer,
        )
        last, _ = await attempts.run(attempt)
        if last.reply is None or last.reply.status not in FILE:
            raise self._error(last.ended)

    @property
    def is_proven(self) -> bool:
        """Whether the host said where the file ends."""
        return self._part.total is not None or self._is_framed

    def _advance(self) -> bool:
        """Whether the last attempt got so much further that it did not fail."""
        if self._part.done < self._furthest + WORTH_BYTES:
            return False
        self._furthest = self._part.done
        return True

    async def _attempt(self, files: FileClient) -> Reply | Lost:
        """The head of the answer once the file is complete; else a refusal, or how it was lost."""
        headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity"}
        headers |= range_headers(self._part)
        answer = await files.get(self._url, headers, silence_s=self._options.silence_s)
        if isinstance(answer, Lost):
            return answer
        try:
            if answer.reply.status in FILE:
                return await self._take(answer)
            if answer.reply.status in CHANGED and self._part.done:
                return self._start_over()
            return await answer.refusal()
        finally:
            await answer.aclose()

    async def _take(self, answer: StreamingReply) -> Reply | Lost:
        """The head of the answer once the rest of the file is here; else how it was lost."""
        self._check_head(answer.reply)
        part = resume_at(self._part, answer.reply)
        if part is None:
            return self._start_over()
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

        lost = piece if isinstance(piece, Lost) else None
        if self._part.done == part.total or (part.total is None and lost is None):
            return answer.reply
        return lost or Lost("the file size differs from what the host announced", sent=True)

    async def _write(self, buffer: bytearray) -> None:
        """Empties a buffer into the file."""
        if not buffer:
            return
        self._check_size(self._part.done + len(buffer))
        await run_sync(self._staged.write, buffer)
        self._part = replace(self._part, done=self._part.done + len(buffer))
        buffer.clear()
        if self._options.progress is not None:
            self._options.progress(self._part.done, self._part.total)

    def _check_size(self, size: int) -> None:
        most = self._options.max_bytes
        if most is not None and size > most:
            raise WrongFileError(f"the file has {size} bytes or more; max_bytes is {most}")

    def _check_head(self, reply: Reply) -> None:
        if reply.media_type == "text/html":
            raise self._unreadable("received a web page instead of the file", reply)
        if content_codings(reply.headers):
            raise self._unreadable(
                "the host compressed the file although identity was requested", reply
            )
        self.media_type = reply.media_type
        self._is_framed = prove_end(reply.headers)

    def _start_over(self) -> Lost:
        """Starts over, because the file changed."""
        self._part = Part()
        return Lost("the file changed during the download", sent=True)

    def _error(self, ended: Reply | Lost) -> GigstackError:
        path = f"//{self._facts.host}"
        if isinstance(ended, Reply):
            error = to_error(ended, method="GET", path=path)
            return error or self._unreadable("the response is not a file", ended)
        reason = f"{ended.reason}; received {self._part.done} bytes"
        return delivery_error(ended, reason, operation="download_to", method="GET", path=path)

    def _unreadable(self, problem: str, reply: Reply) -> UnreadableReplyError:
        return unreadable(problem, reply, method="GET", path=f"//{self._facts.host}")
