"""RFCs: their form, their date, their check digit, and whose they are. Pure."""

from __future__ import annotations

import re
from datetime import date

from ..catalogs import Person
from ..errors import ConfigurationError, Finding
from .findings import broken, found
from .values import capitals

FORM = re.compile(r"[A-ZÑ&]{3,4}(?P<date>[0-9]{6})[A-Z0-9]{2}[0-9A]")
"""As the schema of the CFDI has it (t_RFC)."""
GENERAL_PUBLIC = "XAXX010101000"
FOREIGNERS = "XEXX010101000"
GENERIC = (GENERAL_PUBLIC, FOREIGNERS)


def check_rfc(rfc: object, *, digit: bool | None = None) -> tuple[Finding, ...]:
    """What is wrong with an RFC, at the path `tax_id`: its form, its date, or else its check digit.
    The generic ones are fine.

    The check digit comes from python-stdnum, the extra `fiscal`; `digit=None` looks at it where
    that is installed.

    Raises:
        ConfigurationError: `digit` is True, and the extra is not installed.
    """
    written = capitals(rfc)
    form = FORM.fullmatch(written)
    if form is None:
        return (found("tax_id", "rfc_form"),)
    holds = {
        ("tax_id", "rfc_case"): written == rfc,
        ("tax_id", "rfc_date"): _is_date(form["date"]),
        ("tax_id", "rfc_check_digit"): digit is False
        or written in GENERIC
        or _digit_fits(written, required=bool(digit)),
    }
    return tuple(broken(holds))


def person_of(rfc: object) -> Person | None:
    """Whose RFC it is, by its length; None where it is none."""
    written = capitals(rfc)
    if FORM.fullmatch(written) is None:
        return None
    return Person.FISICA if len(written) == len(GENERAL_PUBLIC) else Person.MORAL


def _is_date(digits: str) -> bool:
    """Whether two digits each are year, month and day, in whichever century."""
    try:
        date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return False
    return True


def _digit_fits(rfc: str, *, required: bool) -> bool:
    try:
        from stdnum.mx.rfc import calc_check_digit
    except ImportError as error:
        if required:
            raise ConfigurationError(
                "the check digit of an RFC needs python-stdnum: pip install 'gigstack-api[fiscal]'"
            ) from error
        return True
    return calc_check_digit(rfc[:-1]) == rfc[-1]
