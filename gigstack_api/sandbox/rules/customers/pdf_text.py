"""Reads the text of a PDF in a process that can be ended, and not on the event loop."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from importlib.resources import files

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar

from ...errors import Refusal, api_error
from .pdf_worker import CPU_S, TOO_LARGE, UNREADABLE

TIME_S = 10.0
"""How long reading may take. The processor time is limited to less, in the process itself."""

MAX_AT_ONCE = 2
_limiter = RunVar[CapacityLimiter]("gigstack_api_pdf_workers")


async def read_text(content: bytes) -> str:
    """The text of all pages of a PDF.

    Raises:
        Refusal: 400, it cannot be read, or not within the limits.
        OSError: this machine cannot start the process.
    """
    try:
        limiter = _limiter.get()
    except LookupError:
        limiter = CapacityLimiter(MAX_AT_ONCE)
        _limiter.set(limiter)
    return await to_thread.run_sync(_run, content, limiter=limiter)


@cache
def command() -> list[str]:
    """The command of the worker, which also works where the package is in a zip file."""
    source = files(__name__.rpartition(".")[0]).joinpath("pdf_worker.py")
    return [sys.executable, "-c", source.read_text(encoding="utf-8")]


def _run(content: bytes) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - our own text
            command(),
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            input=content,
            capture_output=True,
            timeout=TIME_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _refusal("takes too long to read") from error
    if done.returncode == TOO_LARGE:
        raise _refusal(done.stdout.decode().strip())
    if done.returncode == UNREADABLE:
        raise _refusal("cannot be read")
    if done.returncode < 0:  # the system ended it
        raise _refusal(f"takes too long to read: more than {CPU_S} s, or too much memory")
    done.check_returncode()
    return done.stdout.decode()


def _refusal(reason: str) -> Refusal:
    return api_error(400, "invalid_file_format", f"The PDF {reason}")
