"""The JSON document of a body, bounded in depth so that nothing done with it can exhaust the stack."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from .fields import Mismatch
from .types import is_list, is_object

MOST_LEVELS = 100
"""Objects and lists inside each other. The documented answers have 8; copying one level of a value
takes up to 5 frames.
"""

TOO_DEEP = f"the answer is nested deeper than {MOST_LEVELS} levels"


class TooDeep(ValueError):
    """A document is nested deeper than it is of any use."""

    def __init__(self) -> None:
        super().__init__(TOO_DEEP)


def parse_json(body: bytes) -> Any:
    """The document of a JSON text in UTF-8, UTF-16 or UTF-32, with or without a byte order mark.

    Raises:
        TooDeep: it is nested deeper than `MOST_LEVELS`.
        ValueError: it is none.
    """
    import msgspec  # with the first answer: it takes 4 ms

    try:
        document = msgspec.json.decode(body)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        document = _read_leniently(body)
    if len(body) > 2 * MOST_LEVELS and _is_deep(document):
        raise TooDeep
    return document


def _read_leniently(body: bytes) -> Any:
    """The document of what the fast reader refuses: numbers beyond a double, lone surrogates, other
    encodings than UTF-8.
    """
    try:
        return json.loads(body)
    except RecursionError:
        raise TooDeep from None


def _is_deep(document: Any) -> bool:
    """Whether a document is deeper than `MOST_LEVELS`, found level by level: a walk into it would
    need the stack it protects.
    """
    level = [document] if is_object(document) or is_list(document) else []
    for _ in range(MOST_LEVELS):
        level = [
            each
            for holder in level
            for each in (holder.values() if type(holder) is dict else holder)
            if type(each) is dict or type(each) is list
        ]
        if not level:
            return False
    return True


def encode_json(document: Any) -> bytes:
    """The JSON text of a document, in UTF-8.

    Raises:
        ValueError: it holds what JSON cannot, or a number of more digits than Python writes.
        RecursionError: it is nested too deep.
    """
    import msgspec

    try:
        text: bytes = msgspec.json.encode(document)
    except (TypeError, ValueError, RecursionError):
        return _write_strictly(document)
    # The fast writer puts it in the place of a number that JSON cannot hold.
    return _write_strictly(document) if b"null" in text else text


def _write_strictly(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def duplicate_fields(body: bytes) -> Iterator[Mismatch]:
    """Each field that came more than once in its object, with how often; the last one counts."""
    repeated: dict[int, tuple[dict[str, Any], list[tuple[str, int]]]] = {}

    def keep(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            repeated[id(made)] = (
                made,
                [(name, count) for name, count in counts.items() if count > 1],
            )
        return made

    document = json.loads(body, object_pairs_hook=keep)
    if repeated:
        for path, holder in _objects(document, ""):
            for name, count in repeated.get(id(holder), (holder, ()))[1]:
                yield f"{path}.{name}".removeprefix("."), "one such field", count


def _objects(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object of a document, with its place: a dot before each name."""
    if is_object(value):
        yield path, value
        for name, each in value.items():
            yield from _objects(each, f"{path}.{name}")
    elif is_list(value):
        for index, each in enumerate(value):
            yield from _objects(each, f"{path}[{index}]")
