"""The remarks of the sandbox beside an answer, as its headers and as lines of the log."""

from __future__ import annotations

from urllib.parse import quote

from ..call import Remarks
from ..operation import Operation
from .access_log import log

IGNORED = "X-Sandbox-Ignored"
NOTE = "X-Sandbox-Note"
MAX_NAMES = 20
MAX_LENGTH = 500
PRINTABLE = "".join(map(chr, range(ord(" "), ord("~") + 1)))
"""What a header may hold; the rest is escaped."""

IN_A_NAME = PRINTABLE.replace(",", "").replace("%", "")


def remark_headers(operation: Operation, remarks: Remarks) -> dict[str, str]:
    """The headers with these remarks. Each of them is logged too."""
    headers: dict[str, str] = {}
    if remarks.ignored:
        headers[IGNORED] = _listed(remarks.ignored)
        log.warning("%s: ignored, no source knows it: %s", operation.id, headers[IGNORED])
    if remarks.notes:
        headers[NOTE] = quote("; ".join(remarks.notes)[:MAX_LENGTH], safe=PRINTABLE)
        log.warning("%s: %s", operation.id, headers[NOTE])
    return headers


def _listed(names: list[str]) -> str:
    shown = [quote(name[:MAX_LENGTH], safe=IN_A_NAME) for name in names[:MAX_NAMES]]
    return ", ".join([*shown, "..."] if len(names) > MAX_NAMES else shown)
