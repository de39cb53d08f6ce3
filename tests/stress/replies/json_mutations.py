"""Seeded mutations of the JSON of an answer: fields, types, numbers, texts, depth. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from random import Random
from typing import Any, TypeAlias

from attrs import frozen

from gigstack_api._core.shapes import is_list, is_object

Path: TypeAlias = tuple[str | int, ...]
"""Where something stands in a document: names of fields, indexes of items."""

DEEPEST_VALUE = 100
"""Levels of an answer that may still be read; a deeper one may only be refused."""

HOLE = "\x00hole\x00"
"""Stands in a document where the text holds something that Python cannot write."""

ODD_NAMES = (
    "",
    "0",
    "a.b",
    "$ref",
    "self",
    "class",
    "from_",
    "__class__",
    "__init__",
    "additional_properties",
    "ñ",
    "\x00",
    "\ud800",
)
ODD_VALUES: tuple[Any, ...] = (
    "",
    "text",
    "ñ\u2028",
    0,
    -1,
    7.5,
    True,
    False,
    [],
    {},
    [None],
    [[1]],
    {"": None},
    {"id": ["x"]},
)
ODD_TEXTS = (
    "frozen_2031",
    "",
    " ",
    "x" * 20_000,
    "\x00",
    "\ud800",
    "\udfff\ud800",
    "\u202e",
    "NaN",
    "null",
    "\U0001f9fe" * 50,
)
ODD_CURSORS: tuple[Any, ...] = (
    "",
    "\ud800",
    "x" * 70_000,
    "\x00",
    7,
    7.5,
    True,
    False,
    [],
    {},
    {"id": "1"},
    -1,
    "false",
    "true",
    10**4000,
)
EMPTIES: tuple[Any, ...] = ([], {}, [[]], [{}], {"": {}})
NUMBERS = (
    "9" * 5000,
    "9" * 4000,
    "-" + "9" * 400,
    "1e400",
    "-1e400",
    "1e-400",
    "-0",
    "-0.0",
    "NaN",
    "Infinity",
    "-Infinity",
    "1E5",
)
UNREADABLE_NUMBERS = NUMBERS[:1]
DEPTHS = (50, DEEPEST_VALUE - 20, DEEPEST_VALUE + 1, 300, 900, 990, 1_000, 5_000, 100_000)


@frozen(kw_only=True)
class Written:
    """A document and the text that says it.

    `document` is what a JSON reader finds in `text`; `place` is where it differs from the example,
    if in one place only; `readable` is False where the text is more than a client has to read.
    """

    kind: str
    document: Any
    text: str
    place: Path | None = None
    added: bool = False
    readable: bool = True


def written(document: Any, kind: str = "as documented") -> Written:
    """A document that was not mutated."""
    return Written(kind=kind, document=document, text=json.dumps(document, ensure_ascii=False))


def places(document: Any, here: Path = ()) -> list[Path]:
    """Where anything stands in a document, the document itself included."""
    found = [here]
    if is_object(document):
        for name, each in document.items():
            found += places(each, (*here, name))
    elif is_list(document):
        for index, each in enumerate(document):
            found += places(each, (*here, index))
    return found


def at(document: Any, place: Path) -> Any:
    """What stands at a place."""
    for step in place:
        document = document[step]
    return document


def mutate(chance: Random, document: Any, all_places: list[Path]) -> Written:
    """The document after one mutation."""
    return MUTATIONS[chance.choice(KINDS)](chance, document, chance.choice(all_places))


def _replaced(document: Any, place: Path, value: Any) -> Any:
    """A document with another value at a place; what is not on the way there is shared."""
    if not place:
        return value
    changed = document.copy()
    changed[place[0]] = _replaced(document[place[0]], place[1:], value) if place[1:] else value
    return changed


def _as(kind: str, document: Any, place: Path, value: Any) -> Written:
    changed = _replaced(document, place, value)
    return Written(kind=kind, document=changed, text=json.dumps(changed), place=place)


def _as_text(
    kind: str, document: Any, place: Path, text: str, value: Any, *, readable: bool = True
) -> Written:
    """The document with `text` at a place, which a JSON reader takes for `value`."""
    holed = json.dumps(_replaced(document, place, HOLE))
    changed = _replaced(document, place, value)
    return Written(
        kind=kind,
        document=changed,
        text=holed.replace(json.dumps(HOLE), text),
        place=place,
        readable=readable,
    )


def _dropped(chance: Random, document: Any, place: Path) -> Written:
    if not place:
        return written(document)
    holder = at(document, place[:-1]).copy()
    del holder[place[-1]]
    changed = _replaced(document, place[:-1], holder)
    return Written(kind="dropped", document=changed, text=json.dumps(changed), place=place)


def _added(chance: Random, document: Any, place: Path) -> Written:
    name, value = chance.choice((*ODD_NAMES, "grown")), chance.choice(ODD_VALUES)
    holder = at(document, place)
    if not is_object(holder) or name in holder:
        return _retyped(chance, document, place)
    changed = _replaced(document, place, {**holder, name: value})
    return Written(
        kind="added", document=changed, text=json.dumps(changed), place=(*place, name), added=True
    )


def _nulled(chance: Random, document: Any, place: Path) -> Written:
    return _as("null", document, place, None)


def _retyped(chance: Random, document: Any, place: Path) -> Written:
    return _as("of another type", document, place, chance.choice(ODD_VALUES))


def _texted(chance: Random, document: Any, place: Path) -> Written:
    return _as("odd text", document, place, chance.choice(ODD_TEXTS))


def _swapped(chance: Random, document: Any, place: Path) -> Written:
    here = at(document, place)
    if is_list(here):
        value: Any = {str(index): each for index, each in enumerate(here)}
    else:
        value = _listed(here)
    return _as("list for object", document, place, value)


def _listed(value: Any) -> list[Any]:
    return list(value.values()) if is_object(value) else [value]


def _emptied(chance: Random, document: Any, place: Path) -> Written:
    return _as("emptied", document, place, chance.choice(EMPTIES))


def _numbered(chance: Random, document: Any, place: Path) -> Written:
    text = chance.choice(NUMBERS)
    if text in UNREADABLE_NUMBERS:
        return _as_text("odd number", document, place, text, None, readable=False)
    return _as_text("odd number", document, place, text, json.loads(text))


def _deepened(chance: Random, document: Any, place: Path) -> Written:
    depth = max(chance.choice(DEPTHS) - len(place), 1)
    opening, closing = chance.choice((("[", "]"), ('{"a":', "}")))
    inner = "" if opening == "[" else "1"
    text = opening * depth + inner + closing * depth
    if depth + len(place) > DEEPEST_VALUE:
        return _as_text("deep", document, place, text, None, readable=False)
    return _as_text("deep", document, place, text, json.loads(text))


def _doubled(chance: Random, document: Any, place: Path) -> Written:
    """One field twice in its object: the last one counts."""
    holder = at(document, place)
    if not is_object(holder) or not holder:
        return _retyped(chance, document, place)
    name = chance.choice(list(holder))
    first = json.dumps({name: chance.choice(ODD_VALUES)})[:-1]
    made = _as_text("doubled field", document, place, f"{first}, {json.dumps(holder)[1:]}", holder)
    return Written(kind=made.kind, document=document, text=made.text, place=(*place, name))


def _paged(chance: Random, document: Any, place: Path) -> Written:
    """What leads a list on is odd."""
    name = chance.choice(
        (
            *("next",) * 4,
            *("has_more",) * 3,
            "next_cursor",
            "total_results",
            "total_count",
            "page",
            "per_page",
        )
    )
    if not is_object(document):
        return _retyped(chance, document, place)
    return _as("odd paging", document, (name,), chance.choice(ODD_CURSORS))


def _succeeded(chance: Random, document: Any, place: Path) -> Written:
    """The envelope says whether it is an error, or something odd of it."""
    if not is_object(document):
        return _retyped(chance, document, place)
    return _as(
        "odd success",
        document,
        ("success",),
        chance.choice((False, True, None, "false", 0, [], "\ud800")),
    )


Mutation: TypeAlias = Callable[[Random, Any, Path], Written]

MUTATIONS: Mapping[str, Mutation] = {
    "dropped": _dropped,
    "added": _added,
    "null": _nulled,
    "retyped": _retyped,
    "text": _texted,
    "swapped": _swapped,
    "emptied": _emptied,
    "number": _numbered,
    "deep": _deepened,
    "doubled": _doubled,
    "paging": _paged,
    "success": _succeeded,
}

KINDS = [*MUTATIONS, "retyped", "retyped", "added", "dropped", "text"]
"""What is drawn from; some more often than others."""
