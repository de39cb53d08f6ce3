"""Lines of the log, with fields that tools can read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING

from .limits import LOADING

if TYPE_CHECKING:
    from logging import Logger

DEBUG, INFO, WARNING, ERROR = 10, 20, 30, 40
"""The levels of the module logging, which is loaded with the first call."""

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


@cache
def logger() -> Logger:
    """The logger `gigstack_api`."""
    with LOADING:
        from logging import getLogger
    return getLogger("gigstack_api")


def write(
    level: int,
    text: str,
    *values: object,
    fields: Mapping[str, object],
    exc_info: ExcInfo | None = None,
) -> None:
    """Writes a line to the logger `gigstack_api`.

    `fields` become attributes of its record, unless they are None. They never hold personal data.
    """
    if not logger().isEnabledFor(level):
        return
    extra = {name: value for name, value in fields.items() if value is not None}
    try:
        logger().log(level, text, *values, extra=extra, exc_info=exc_info, stacklevel=2)
    except KeyError:  # the app's own record factory has set an attribute of that name
        logger().log(level, text, *values, exc_info=exc_info, stacklevel=2)
