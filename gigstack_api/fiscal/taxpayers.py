"""Checks of an RFC: its form, its date and its check digit, and the kind of person it is for."""

from __future__ import annotations

import re
from datetime import date

from .._core.limits import LOADING
from ..catalogs import Person
from ..errors import ConfigurationError
from .findings import Finding, finding, violations
from .values import capitals

FORM = re.compile(r"[A-ZÑ&]{3,4}(?P<date>[0-9]{6})[A-Z0-9]{2}[0-9A]")
MONTH_AND_DAY = re.compile(r"[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
"""Together they are the pattern of the CFDI schema (t_RFC)."""
GENERAL_PUBLIC = "XAXX010101000"
FOREIGNERS = "XEXX010101000"
GENERIC = (GENERAL_PUBLIC, FOREIGNERS)
FOREIGN_THIRD_PARTY = "EXT990101NI1"
"""The RFC of all third parties that live abroad."""


def check_rfc(rfc: object, *, digit: bool | None = None) -> tuple[Finding, ...]:
    """The findings of an RFC, at the path `tax_id`. The generic RFCs have none.

    Args:
        rfc: The RFC.
        digit: Whether to check the check digit, which needs python-stdnum (the extra `fiscal`); by
            default it is checked if that is installed.

    Raises:
        ConfigurationError: `digit` is True, and the extra is not installed.
    """
    written = capitals(rfc)
    form = FORM.fullmatch(written)
    if form is None:
        return (finding("tax_id", "rfc_form"),)
    holds = {
        ("tax_id", "rfc_case"): written == rfc,
        ("tax_id", "rfc_date"): MONTH_AND_DAY.fullmatch(form["date"]) is not None,
        ("tax_id", "rfc_day"): MONTH_AND_DAY.fullmatch(form["date"]) is None
        or _is_date(form["date"]),
        ("tax_id", "rfc_check_digit"): digit is False
        or written in (*GENERIC, FOREIGN_THIRD_PARTY)
        or _has_valid_check_digit(written, required=bool(digit)),
    }
    return tuple(violations(holds))


def person_of(rfc: object) -> Person | None:
    """The kind of person an RFC is for, by its length; None if it is not an RFC."""
    written = capitals(rfc)
    if FORM.fullmatch(written) is None:
        return None
    return Person.FISICA if len(written) == len(GENERAL_PUBLIC) else Person.MORAL


def _is_date(digits: str) -> bool:
    """Whether the digits are a date (YYMMDD), in this century or the last."""
    try:
        date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return False
    return True


def _has_valid_check_digit(rfc: str, *, required: bool) -> bool:
    try:
        with LOADING:
            from stdnum.mx.rfc import calc_check_digit
    except ImportError as error:
        if required:
            raise ConfigurationError(
                "the check digit of an RFC needs python-stdnum: pip install 'gigstack-api[fiscal]'"
            ) from error
        return True
    return calc_check_digit(rfc[:-1]) == rfc[-1]
