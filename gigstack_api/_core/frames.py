"""Frames of errors: cleared, so that a traceback keeps nothing that was sent.

Error reporters and debuggers show the local variables of every frame of a traceback, those of
libraries too. The frames below a call of the client hold the key, passwords and key files. When an
error of any kind leaves the call, the variables of these frames are dropped: they have ended.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from functools import wraps
from types import FrameType, FunctionType, TracebackType
from typing import Any, ParamSpec, TypeVar, cast

CO_COROUTINE = 0x80
"""That of `inspect`, which takes long to load."""

P = ParamSpec("P")

R = TypeVar("R")


def clear_frames(error: BaseException) -> None:
    """Drops the variables of the frames below the one that caught an error.

    Those of its causes, contexts and inner errors too, except what the user was handling when the
    call began, or what another task handled when it cancelled the call.
    """
    trace = error.__traceback__
    above = set(_frames_from(trace.tb_frame if trace else None))
    ended: set[FrameType] = set()
    waiting: list[tuple[BaseException | None, bool]] = [(error, False)]
    seen: set[int] = set()
    while waiting:
        current, is_context = waiting.pop()
        if current is None or id(current) in seen:
            continue
        frames = _frames_of(current.__traceback__)
        # Caught by a frame that still runs above the call, or, as the context that trio gives to a
        # cancellation, by one of another task: Python 3.12 would end that task.
        is_others = frames and (frames[0] in above or (is_context and frames[0] not in ended))
        if current is not error and is_others:
            continue
        seen.add(id(current))
        ended.update(frames)
        waiting += [(current.__context__, True), (current.__cause__, False)]
        if isinstance(current, BaseExceptionGroup):
            inner = cast("BaseExceptionGroup[BaseException]", current).exceptions
            waiting += [(one, False) for one in inner]
        for frame in frames:
            if frame not in above:
                _clear(frame)


def _frames_of(trace: TracebackType | None) -> list[FrameType]:
    """The frames of a traceback, the outermost first."""
    frames: list[FrameType] = []
    while trace is not None:
        frames.append(trace.tb_frame)
        trace = trace.tb_next
    return frames


def _frames_from(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def _clear(frame: FrameType) -> None:
    with suppress(RuntimeError):  # it has not ended
        frame.clear()


def forgets_arguments(function: Callable[P, R]) -> Callable[P, R]:
    """The function, whose arguments are in no frame of an error that it raises.

    It is for functions and coroutine functions that take secrets.
    """
    if cast(FunctionType, function).__code__.co_flags & CO_COROUTINE:
        started = cast("Callable[P, Awaitable[Any]]", function)

        @wraps(function)
        async def forgetting(*args: P.args, **kwargs: P.kwargs) -> Any:
            try:
                return await started(*args, **kwargs)
            except BaseException as error:
                clear_frames(error)
                raise
            finally:
                del args, kwargs

        return cast("Callable[P, R]", forgetting)

    @wraps(function)
    def forget(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except BaseException as error:
            clear_frames(error)
            raise
        finally:
            del args, kwargs

    return forget
