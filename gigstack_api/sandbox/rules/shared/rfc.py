"""RFCs: their form, and those of the general public and of foreigners."""

from __future__ import annotations

import re

from ...errors import legacy_error

RFC = re.compile(r"[A-ZÑ&a-zñ]{3,4}[0-9]{6}[A-Za-z0-9]{3}")
"""Lower case is accepted: no source says that it is refused or changed.

It is stored and compared unchanged.
"""

GENERIC_RFC = "XAXX010101000"
FOREIGN_RFC = "XEXX010101000"
PUBLIC = "PUBLICO EN GENERAL"
"""The name of the general public, as the SAT demands it of a global invoice."""


def check_rfc(rfc: str | None) -> None:
    """Checks the form of an RFC, if there is one.

    Raises:
        Refusal: 400, the RFC is malformed.
    """
    if rfc is None:
        return
    if len(rfc) not in {12, 13}:
        raise legacy_error(400, "Invalid tax_id format", "RFC must be 12 or 13 characters")
    if not RFC.fullmatch(rfc):
        raise legacy_error(
            400, "Invalid tax_id format", "RFC must be letters of the name, a date and a homoclave"
        )
