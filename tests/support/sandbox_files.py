"""Checks that others can read every XML that the sandbox writes during a test."""

from __future__ import annotations

import re

from gigstack_api.sandbox.state import State
from scripts.sat_reader import read, schema_faults

SENT = [
    r"attribute 'Rfc\w*': .* The value '(?:PEGJ800101ABC|HERS920714MN3)' is not accepted",
    r"attribute 'Fecha\w*': .* is not accepted by the pattern",
    r"attribute 'MetodoPago': .* The value '\?\?\?' is not an element",
    r"attribute 'NumeroPedimento': .* The value '15-1'",
    r"CfdiRelacionados': Missing child element",
]
"""What the schemas refuse since a test asks for it: the RFCs of the examples in gigstack's docs,
a clock before 2010, and bodies that a PAC would refuse."""


ADDENDA = re.compile(rb"<cfdi:Addenda\b.*</cfdi:Addenda>", re.DOTALL)
DRAWN = re.compile(
    rb'"(?:(?P<uuid>[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})'
    rb"|(?P<time>20[1-9]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3])(?::[0-5]\d){2})"
    rb'|(?P<seal>[A-Za-z0-9+/]{100,}={0,2}))"'
)
"""The values that differ from run to run: UUIDs, times and seals, each as the schemas want it."""
CHECKED: set[bytes] = set()
"""The documents that passed, without these values."""


WRITTEN: list[bytes] = []
"""The documents of the running test."""


def record(state: type[State]) -> None:
    """Adds every XML to `WRITTEN` that a sandbox stores from now on; once for a class."""
    store = state.store_file
    if store.__module__ == __name__:
        return

    def store_and_record(self: State, file_id: str, content: bytes, media_type: str) -> None:
        if media_type == "application/xml":
            WRITTEN.append(content)
        store(self, file_id, content, media_type)

    state.store_file = store_and_record  # type: ignore[method-assign] # it does the same


def check_all(*, excepted: bool) -> None:
    """Fails if a document of the test is not readable, unless it is an exception. Forgets them."""
    written = WRITTEN.copy()
    WRITTEN.clear()
    for xml in () if excepted else written:
        check(xml)


def check(xml: bytes) -> None:
    """Fails if satcfdi cannot read a document, or the SAT's schemas refuse it.

    The addenda is left out: it may use prefixes that lxml has not heard of. A document is not
    checked again that differs from an earlier one in UUIDs, times and seals only.
    """
    document = ADDENDA.sub(b"", xml)
    shape = DRAWN.sub(lambda match: (match.lastgroup or "").encode(), document)
    if shape in CHECKED:
        return
    read(document)
    faults = [fault for fault in schema_faults(document) if not re.search("|".join(SENT), fault)]
    assert faults == []
    CHECKED.add(shape)
