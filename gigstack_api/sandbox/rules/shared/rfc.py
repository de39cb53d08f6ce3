"""RFCs: their form, and those that stand for the general public and for foreigners."""

from __future__ import annotations

import re

from ...errors import legacy_error

RFC = re.compile(r"[A-ZÑ&a-zñ]{3,4}[0-9]{6}[A-Za-z0-9]{3}")
"""Lower case passes: no source says that it is refused or changed, so it is kept, and found again,
as it was sent.
"""

GENERIC_RFC = "XAXX010101000"
FOREIGN_RFC = "XEXX010101000"


def check_rfc(rfc: str | None) -> None:
    """Passes an RFC that gigstack would take, or none.

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
