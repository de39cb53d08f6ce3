"""Values of fields from cells, by the kind of the field. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from ..._core.schema.field_type import FieldType
from ..._core.schema.types import is_list
from ...catalogs import (
    CfdiUse,
    Currency,
    Export,
    PaymentForm,
    PaymentMethod,
    TaxObject,
    TaxRegime,
)
from .codes import code_of
from .folding import fold
from .numbers import decimal_of, integer_of
from .taxes import tax_of
from .texts import AS_TEXT, text_in, without_separators
from .unfit import Unfit, shown

Convert = Callable[[object], Any]

NUMBER = re.compile(r"[+-]?\d[\d.,]*")
DATE = re.compile(
    r"(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/. ][a-z]{3,10}\.?[-/. ]\d{2,4})"
    r"([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?",
    re.IGNORECASE,
)
"""A date as a spreadsheet writes it into a CSV file."""

LOST_DIGITS = 10**15
YES = frozenset({"si", "s", "yes", "y", "true", "verdadero", "v", "1", "x"})
NO = frozenset({"no", "n", "false", "falso", "f", "0"})
HOME = frozenset({"", "mex", "mx", "mexico", "mexicanos", "estadosunidosmexicanos"})


def text_of(value: object) -> str:
    """A text. A whole number loses the `.0` that spreadsheets add.

    Raises:
        Unfit: it is a date or a number with digits lost, which a spreadsheet made of a text, or it
            is a formula or an error of one.
    """
    if isinstance(value, str):
        return text_in(value)
    if isinstance(value, bool):
        raise Unfit("it is TRUE or FALSE, not a text")
    if isinstance(value, (int, float, Decimal)):
        number = decimal_of(value)
        if abs(number) >= LOST_DIGITS and not isinstance(value, Decimal):
            raise Unfit(f"{shown(value)} is too long for a number in a spreadsheet: {AS_TEXT}")
        return str(int(number)) if number % 1 == 0 else f"{number:f}"
    if isinstance(value, (date, time, timedelta)):
        raise Unfit(f"a spreadsheet has turned it into the date or time {value}: {AS_TEXT}")
    raise Unfit(f"{shown(value)} is not a text")


def own_value(value: object) -> Any:
    """A value of a key of your own: a text, unless it is a truth value or a list."""
    if isinstance(value, bool) or is_list(value):
        return value
    return value.isoformat() if isinstance(value, (date, datetime, time)) else text_of(value)


def rfc_of(value: object) -> str:
    """An RFC in capitals, without spaces, hyphens and dots.

    Raises:
        Unfit: a spreadsheet has turned it into something else.
    """
    text = text_of(value)
    if not isinstance(value, str) or NUMBER.fullmatch(text):
        raise Unfit(f"{shown(value)} is a number, not an RFC: {AS_TEXT}")
    if DATE.fullmatch(text):
        raise Unfit(f"a spreadsheet has turned it into the date or time {text}: {AS_TEXT}")
    return without_separators(text).upper()


def zip_of(value: object) -> str:
    """A Mexican postal code. A zero that a spreadsheet has cut off is put back.

    Raises:
        Unfit: it is not one.
    """
    text = text_of(value)
    if not (text.isdecimal() and text.isascii() and len(text) in {4, 5}):
        raise Unfit(f"{shown(value)} is not a postal code of 5 digits")
    return text.zfill(5)


def digits_of(width: int, value: object) -> str:
    """A key of digits. One zero that a spreadsheet has cut off is put back."""
    text = text_of(value)
    return text.zfill(width) if text.isdecimal() and len(text) == width - 1 else text


def email_of(value: object) -> str:
    """An e-mail address.

    Raises:
        Unfit: it is not one, or there are several.
    """
    found = list_of(value)
    if len(found) > 1:
        raise Unfit(f"{shown(value)} holds {len(found)} addresses: put one here, others into bcc")
    if not found or not _is_address(found[0]):
        raise Unfit(f"{shown(value)} is not an e-mail address")
    return found[0]


def emails_of(value: object) -> list[str]:
    """E-mail addresses, separated by semicolons or commas.

    Raises:
        Unfit: one of them is not one.
    """
    found = list_of(value)
    for address in found:
        if not _is_address(address):
            raise Unfit(f"{shown(address)} is not an e-mail address")
    return found


def _is_address(text: str) -> bool:
    name, _, host = text.rpartition("@")
    return bool(name) and "." in host and not re.search(r"\s", text)


def list_of(value: object) -> list[str]:
    """The parts of a text, separated by semicolons or commas."""
    if is_list(value):
        return [text_of(part) for part in value]
    return [part.strip() for part in re.split(r"[;,\n]", text_of(value)) if part.strip()]


def boolean_of(value: object) -> bool:
    """A truth value: sí, no, yes, true, false, verdadero, falso, 1, 0, x.

    Raises:
        Unfit: it is not one.
    """
    if isinstance(value, bool):
        return value
    text = fold(str(value)) if isinstance(value, (str, int)) else ""
    if text in YES or text in NO:
        return text in YES
    raise Unfit(f"{shown(value)} is neither yes nor no: write sí or no")


def is_home(country: object) -> bool:
    """Whether a country is Mexico, or is not given."""
    return not isinstance(country, str) or fold(country) in HOME


BY_NAME: Mapping[str, Convert] = {
    "tax_id": rfc_of,
    "zip": zip_of,
    "email": email_of,
    "bcc": emails_of,
    "emails": emails_of,
    "product_key": partial(digits_of, 8),
    "tax_system": partial(code_of, TaxRegime),
    "use": partial(code_of, CfdiUse),
    "payment_form": partial(code_of, PaymentForm),
    "payment_method": partial(code_of, PaymentMethod),
    "currency": partial(code_of, Currency),
    "exports": partial(code_of, Export),
    "taxability": partial(code_of, TaxObject),
}
"""By the last part of a path."""

BY_TYPE: Mapping[str, Convert] = {
    "number": decimal_of,
    "integer": integer_of,
    "boolean": boolean_of,
    "array": list_of,
}


def converter(path: str, kind: FieldType[Any] | None, *, is_own: bool) -> Convert:
    """How the values of a field are read from cells."""
    parent, _, name = path.rpartition(".")
    if is_own:
        return own_value
    if parent.rpartition(".")[2] == "taxes":
        return partial(tax_of, name)
    if name in BY_NAME:
        return BY_NAME[name]
    return BY_TYPE.get("" if kind is None else kind.name, text_of)
