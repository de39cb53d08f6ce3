"""Codes of the SAT from cells that hold the code, its label, or both. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ...catalogs.code import Code
from .folding import fold, words_of
from .unfit import Unfit, shown

FIRST_WORD = re.compile(r"[\s(\[]*([A-Za-z0-9]+)(?![A-Za-z0-9])")
SEPARATORS = frozenset("-:.(\u2013\u2014")
LEAST_WORDS = 2
"""Words that the beginning of a label must have to stand for it: `Honorarios` are not only those
of physicians."""

ALSO: Mapping[str, Mapping[str, str]] = {
    "TaxRegime": {"resico": "626", "rif": "621"},
    "PaymentForm": {
        "spei": "03",
        "transferencia": "03",
        "cheque": "02",
        "transferenciabancaria": "03",
    },
    "Currency": {"pesos": "MXN", "pesosmexicanos": "MXN", "mn": "MXN", "dolares": "USD"},
}
"""Names in daily use, by catalogue."""


def code_of(catalog: type[Code], value: object) -> str:
    """The code of a cell: `601`, `601 - General de Ley Personas Morales` and the label alone.

    A code that the catalogue does not have is returned unchanged if it has the form of one.

    Raises:
        Unfit: the cell holds neither a code nor a label.
    """
    codes, width, labels = _catalogue(catalog)
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise Unfit(f"{shown(value)} is not a code")
    text = str(value).strip()
    text = text.zfill(width) if text.isdecimal() else text
    if text.upper() in codes:
        return text.upper()
    folded = _label(text)
    if folded in labels:
        return labels[folded]
    if (word := FIRST_WORD.match(text)) and len(text) > len(word[1]):
        first = word[1].upper()
        first = first.zfill(width) if first.isdecimal() else first
        is_set_off = text[word.end() :].lstrip()[:1] in SEPARATORS
        if first in codes and (is_set_off or any(letter.isdigit() for letter in first)):
            return first
    begins = {code for label, code in labels.items() if label.startswith(folded)}
    is_long = len(words_of(text)) >= LEAST_WORDS
    if is_long and len(begins) == 1:
        return begins.pop()
    if _has_form(text.upper(), codes):
        return text.upper()
    if begins and folded:
        listed = ", ".join(sorted(begins)[:6])
        raise Unfit(f"{shown(value)} could be {listed}: write the code")
    raise Unfit(
        f"{shown(value)} is neither a code nor a label of the SAT, such as {_examples(catalog)}"
    )


@cache
def _catalogue(catalog: type[Code]) -> tuple[frozenset[str], int, Mapping[str, str]]:
    """Its codes, the digits of codes of digits only, and the codes by label."""
    codes = [str(code.value) for code in catalog]
    labels: dict[str, str] = {}
    for code in catalog:
        labels.setdefault(_label(code.label_es), code.value)
        labels.setdefault(_label(code.label_en), code.value)
    labels.update(ALSO.get(catalog.__name__, {}))
    return frozenset(codes), max(map(len, codes)), labels


def _label(text: str) -> str:
    """A label, folded; with and without the word `Régimen`."""
    return fold(text).removeprefix("regimen")


def _has_form(text: str, codes: frozenset[str]) -> bool:
    return _form(text) in {_form(code) for code in codes}


def _form(code: str) -> str:
    return "".join("9" if letter.isdigit() else "A" if letter.isupper() else "?" for letter in code)


def _examples(catalog: type[Code]) -> str:
    return " or ".join(f"{code.value} ({code.label_es})" for code in list(catalog)[:2])
