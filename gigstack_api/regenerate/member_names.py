"""The names of the members of enums. Pure.

A name says the signs and the case of a value only beside another one that differs in nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from openapi_python_client.parser.properties import Class, EnumProperty
from openapi_python_client.strings import ClassName, PythonIdentifier

from .names import refuse_clash

ANY_CLASS = Class(ClassName("Enum", ""), PythonIdentifier("enum", ""))
"""The generator names members for a class; which one does not matter."""


def member_names(values: Sequence[str | int], given: Sequence[str] = ()) -> list[str] | None:
    """The names of the members of an enum; None if those of the generator are these.

    `given` are names that the spec chose, as many as values, or none.

    Raises:
        NameClash: two values have the same name.
    """
    names = [
        _member(str(name)) if given else plain_member_name(value)
        for name, value in zip(given or values, values, strict=True)
    ]
    for spell in () if given else (_with_signs, _with_case):
        names = [
            spell(str(value)) if names.count(name) > 1 else name
            for name, value in zip(names, values, strict=True)
        ]
    refuse_clash(zip(values, names, strict=True))
    try:
        found = EnumProperty.values_from_list(list(values), ANY_CLASS, list(given))  # type: ignore[arg-type]
    except ValueError:
        return names
    return None if list(found) == names else names


def plain_member_name(value: str | int) -> str:
    """The name of the member for a value, if no other value has it."""
    if isinstance(value, int):
        return f"VALUE_NEGATIVE_{-value}" if value < 0 else f"VALUE_{value}"
    if not value:
        return "EMPTY"
    sign = {"+": "PLUS ", "-": "MINUS "}.get(value[0], "") if value[1:2].isalnum() else ""
    return _member(sign + value[bool(sign) :])


def _with_signs(value: str) -> str:
    """The name of a member that says its signs: `google+` is GOOGLE_PLUS, beside `google`."""
    return _member("".join(char if char.isalnum() else _word(char) for char in value))


def _with_case(value: str) -> str:
    """The name of a member that says its case too: `asc` is ASC_LOWER, beside `ASC`."""
    name, plain = _with_signs(value), value.upper()
    return name if value == plain else f"{name}_{'LOWER' if value == value.lower() else 'MIXED'}"


def _word(sign: str) -> str:
    if sign == "_":
        return sign
    name = SPELLED.get(sign) or unicodedata.name(sign, f"u{ord(sign):x}")
    return f" {name} "


SPELLED = {
    " ": "space",
    "=": "equal",
    "<": "less",
    ">": "greater",
    "+": "plus",
    "-": "dash",
    "!": "not",
    "*": "star",
    "/": "slash",
    ".": "dot",
    "~": "tilde",
    "%": "percent",
    "&": "and",
    "|": "or",
    "^": "caret",
    ":": "colon",
    "#": "hash",
    "@": "at",
    "?": "question",
    "(": "open",
    ")": "close",
    ",": "comma",
    "'": "quote",
    '"': "quotes",
    "$": "dollar",
}


def _member(text: str) -> str:
    """A member: what the generator makes of a name, once it begins with a letter."""
    plain = re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text)).strip()
    name = re.sub(r"_+", "_", str(_upper(plain))).strip("_")
    if not name or not re.search(r"[^\W_]", name):
        return "VALUE"
    if not name.isidentifier():
        name = f"VALUE_{name}"
    return name if name.isidentifier() else "VALUE"


def _upper(plain: str) -> str:
    return plain.upper().replace(" ", "_")
