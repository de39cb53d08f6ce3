"""All variables of all frames that an error keeps, as error reporters show them."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import cast

TESTS = str(Path(__file__).parents[1])


def error_chain(error: BaseException) -> Iterator[BaseException]:
    """An error with its causes, contexts and inner errors, suppressed ones included."""
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        current = waiting.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        waiting += [current.__cause__, current.__context__]
        if isinstance(current, BaseExceptionGroup):
            waiting += cast("BaseExceptionGroup[BaseException]", current).exceptions


def frame_variables(error: BaseException) -> Iterator[tuple[str, str]]:
    """Place and variables of every frame of an error, those of libraries too.

    Those of the tests are left out: they know what they sent.
    """
    for linked in error_chain(error):
        for frame, line in traceback.walk_tb(linked.__traceback__):
            file = frame.f_code.co_filename
            if not file.startswith(TESTS):
                place = f"{'/'.join(Path(file).parts[-3:])}:{line} {frame.f_code.co_name}"
                shown = " ".join(map(_shown, [*frame.f_locals, *frame.f_locals.values()]))
                yield f"{type(linked).__name__} in {place}", shown


def _shown(value: object) -> str:
    try:
        return repr(value)
    except Exception as error:  # noqa: BLE001 - an object that was not made to its end
        return f"<{type(error).__name__}>"


def places_showing(error: BaseException, *secrets: str) -> list[str]:
    """The frames of an error that show one of these texts."""
    return [
        place
        for place, variables in frame_variables(error)
        if any(secret in variables for secret in secrets)
    ]
