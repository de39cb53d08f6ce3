"""The JSON codec. Documents are bounded in depth, so that nothing can exhaust the stack on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from ..limits import LOADING
from .field_type import Mismatch
from .types import is_list, is_object

MOST_LEVELS = 100
"""Levels of objects and lists. Documented answers have 8; a copy takes up to 5 frames a level."""

TOO_DEEP = f"the answer is nested deeper than {MOST_LEVELS} levels"


def _exact(digits: str) -> Decimal | float:
    """A number with all its digits; infinite where its exponent is beyond those of Decimal."""
    try:
        return Decimal(digits)
    except ArithmeticError:
        return float(digits)


FLOATS = msgspec.json.Decoder()
EXACT = msgspec.json.Decoder(float_hook=_exact)


class TooDeep(ValueError):
    """A document is nested deeper than `MOST_LEVELS`."""

    def __init__(self) -> None:
        super().__init__(TOO_DEEP)


def parse_json(body: bytes, *, decimals: bool = False) -> Any:
    """The document of a JSON text in UTF-8, UTF-16 or UTF-32, with or without a byte order mark.

    With `decimals`, numbers with a fraction or an exponent become Decimals, digit by digit.

    Raises:
        TooDeep: it is nested deeper than `MOST_LEVELS`.
        ValueError: it is not valid JSON.
    """
    try:
        document = (EXACT if decimals else FLOATS).decode(body)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        document = _read_leniently(body, decimals=decimals)
    if len(body) > 2 * MOST_LEVELS and _is_deep(document):
        raise TooDeep
    return document


def _read_leniently(body: bytes, *, decimals: bool) -> Any:
    """The document of a JSON text that msgspec refuses but the standard library reads.

    Those are numbers beyond a double, lone surrogates, and encodings other than UTF-8.
    """
    import json

    try:
        return json.loads(body, parse_float=_exact if decimals else None)
    except RecursionError:
        raise TooDeep from None


def _is_deep(document: Any) -> bool:
    """Whether a document is deeper than `MOST_LEVELS`."""
    # Level by level, since recursion would need the stack that this check protects.
    level = [document] if is_object(document) or is_list(document) else []
    for _ in range(MOST_LEVELS):
        level = [
            value
            for parent in level
            for value in (parent.values() if type(parent) is dict else parent)
            if type(value) is dict or type(value) is list
        ]
        if not level:
            return False
    return True


ENCODER = msgspec.json.Encoder(decimal_format="number")


def encode_json(document: Any) -> bytes:
    """The JSON text of a document, in UTF-8. Decimals are written with all their digits.

    Raises:
        ValueError: it holds what JSON cannot, or a number of more digits than Python writes.
        TypeError: it holds a value of a type that JSON has no form for.
        RecursionError: it is nested too deeply.
    """
    try:
        text = ENCODER.encode(document)
    except (TypeError, ValueError, RecursionError):
        return _write_strictly(document)
    # msgspec writes null in place of a number that JSON cannot hold.
    if b"null" in text:
        _write_strictly(msgspec.to_builtins(document, str_keys=True))
    return text


def _write_strictly(document: Any) -> bytes:
    with LOADING:
        import json

    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def duplicate_fields(body: bytes) -> Iterator[Mismatch]:
    """Every key that occurs more than once in its object, and how often. The last one counts."""
    import json

    duplicates: dict[int, tuple[dict[str, Any], list[tuple[str, int]]]] = {}

    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built = dict(pairs)
        if len(built) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            several = [(name, count) for name, count in counts.items() if count > 1]
            # The object is kept with its duplicates, so that no other one can get its id.
            duplicates[id(built)] = (built, several)
        return built

    document = json.loads(body, object_pairs_hook=build)
    if duplicates:
        for path, found in _objects(document, ""):
            for name, count in duplicates.get(id(found), (found, ()))[1]:
                yield f"{path}.{name}".removeprefix("."), "one such field", count


def _objects(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a document with its path, in which a dot precedes every name."""
    if is_object(value):
        yield path, value
        for name, item in value.items():
            yield from _objects(item, f"{path}.{name}")
    elif is_list(value):
        for index, item in enumerate(value):
            yield from _objects(item, f"{path}[{index}]")
