"""Lines of the log, with fields that tools can read. Pure."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from types import TracebackType

LOGGER = logging.getLogger("gigstack_api")

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


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
    if not LOGGER.isEnabledFor(level):
        return
    extra = {name: value for name, value in fields.items() if value is not None}
    try:
        LOGGER.log(level, text, *values, extra=extra, exc_info=exc_info, stacklevel=2)
    except KeyError:  # the app's own record factory has set an attribute of that name
        LOGGER.log(level, text, *values, exc_info=exc_info, stacklevel=2)
