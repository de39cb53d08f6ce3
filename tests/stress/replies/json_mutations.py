"""Seeded mutations of the JSON of a reply: fields, types, numbers, texts, depth."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from random import Random
from typing import Any, TypeAlias

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object

JsonPath: TypeAlias = tuple[str | int, ...]
"""A location in a document: names of fields, indexes of items."""

DEEPEST_VALUE = 100
"""Levels of nesting that the client reads; anything deeper must be refused."""

HOLE = "\x00hole\x00"
"""Placeholder in a document for a text that Python cannot write."""

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
class MutatedJson:
    """A JSON document and its text.

    `document` is what a JSON parser reads from `text`. `path` is the one place where it differs
    from the example. `readable` is False if the client may refuse to read the text.
    """

    kind: str
    document: Any
    text: str
    path: JsonPath | None = None
    added: bool = False
    readable: bool = True


def unmutated(document: Any, kind: str = "as documented") -> MutatedJson:
    """A document without a mutation."""
    return MutatedJson(kind=kind, document=document, text=json.dumps(document, ensure_ascii=False))


def all_paths(document: Any, here: JsonPath = ()) -> list[JsonPath]:
    """The paths of all values in a document, the document itself included."""
    found = [here]
    if is_object(document):
        for name, value in document.items():
            found += all_paths(value, (*here, name))
    elif is_list(document):
        for index, value in enumerate(document):
            found += all_paths(value, (*here, index))
    return found


def get_path(document: Any, path: JsonPath) -> Any:
    """The value at a path."""
    for step in path:
        document = document[step]
    return document


def mutate(random: Random, document: Any, paths: list[JsonPath]) -> MutatedJson:
    """Applies one random mutation."""
    return MUTATIONS[random.choice(KINDS)](random, document, random.choice(paths))


def _replace(document: Any, path: JsonPath, value: Any) -> Any:
    """The document with another value at a path. Everything off the path is shared."""
    if not path:
        return value
    changed = document.copy()
    changed[path[0]] = _replace(document[path[0]], path[1:], value) if path[1:] else value
    return changed


def _set_value(kind: str, document: Any, path: JsonPath, value: Any) -> MutatedJson:
    changed = _replace(document, path, value)
    return MutatedJson(kind=kind, document=changed, text=json.dumps(changed), path=path)


def _set_text(
    kind: str, document: Any, path: JsonPath, text: str, value: Any, *, readable: bool = True
) -> MutatedJson:
    """The document with `text` at a path, which a JSON parser reads as `value`."""
    holed = json.dumps(_replace(document, path, HOLE))
    changed = _replace(document, path, value)
    return MutatedJson(
        kind=kind,
        document=changed,
        text=holed.replace(json.dumps(HOLE), text),
        path=path,
        readable=readable,
    )


def _drop(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    if not path:
        return unmutated(document)
    holder = get_path(document, path[:-1]).copy()
    del holder[path[-1]]
    changed = _replace(document, path[:-1], holder)
    return MutatedJson(kind="dropped", document=changed, text=json.dumps(changed), path=path)


def _add(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    name, value = random.choice((*ODD_NAMES, "grown")), random.choice(ODD_VALUES)
    holder = get_path(document, path)
    if not is_object(holder) or name in holder:
        return _change_type(random, document, path)
    changed = _replace(document, path, {**holder, name: value})
    return MutatedJson(
        kind="added", document=changed, text=json.dumps(changed), path=(*path, name), added=True
    )


def _set_null(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    return _set_value("null", document, path, None)


def _change_type(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    return _set_value("of another type", document, path, random.choice(ODD_VALUES))


def _set_odd_text(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    return _set_value("odd text", document, path, random.choice(ODD_TEXTS))


def _swap_list_and_object(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    here = get_path(document, path)
    if is_list(here):
        value: Any = {str(index): item for index, item in enumerate(here)}
    else:
        value = _as_list(here)
    return _set_value("list for object", document, path, value)


def _as_list(value: Any) -> list[Any]:
    return list(value.values()) if is_object(value) else [value]


def _empty(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    return _set_value("emptied", document, path, random.choice(EMPTIES))


def _set_odd_number(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    text = random.choice(NUMBERS)
    if text in UNREADABLE_NUMBERS:
        return _set_text("odd number", document, path, text, None, readable=False)
    return _set_text("odd number", document, path, text, json.loads(text))


def _nest_deeply(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    depth = max(random.choice(DEPTHS) - len(path), 1)
    opening, closing = random.choice((("[", "]"), ('{"a":', "}")))
    inner = "" if opening == "[" else "1"
    text = opening * depth + inner + closing * depth
    if depth + len(path) > DEEPEST_VALUE:
        return _set_text("deep", document, path, text, None, readable=False)
    return _set_text("deep", document, path, text, json.loads(text))


def _repeat_field(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    """Repeats a field in its object. The last one counts."""
    holder = get_path(document, path)
    if not is_object(holder) or not holder:
        return _change_type(random, document, path)
    name = random.choice(list(holder))
    first = json.dumps({name: random.choice(ODD_VALUES)})[:-1]
    made = _set_text("doubled field", document, path, f"{first}, {json.dumps(holder)[1:]}", holder)
    return MutatedJson(kind=made.kind, document=document, text=made.text, path=(*path, name))


def _break_paging(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    """Sets a paging field to an odd value."""
    name = random.choice(
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
        return _change_type(random, document, path)
    return _set_value("odd paging", document, (name,), random.choice(ODD_CURSORS))


def _change_success(random: Random, document: Any, path: JsonPath) -> MutatedJson:
    """Sets the success flag of the envelope, perhaps to an odd value."""
    if not is_object(document):
        return _change_type(random, document, path)
    return _set_value(
        "odd success",
        document,
        ("success",),
        random.choice((False, True, None, "false", 0, [], "\ud800")),
    )


Mutation: TypeAlias = Callable[[Random, Any, JsonPath], MutatedJson]

MUTATIONS: Mapping[str, Mutation] = {
    "dropped": _drop,
    "added": _add,
    "null": _set_null,
    "retyped": _change_type,
    "text": _set_odd_text,
    "swapped": _swap_list_and_object,
    "emptied": _empty,
    "number": _set_odd_number,
    "deep": _nest_deeply,
    "doubled": _repeat_field,
    "paging": _break_paging,
    "success": _change_success,
}

KINDS = [*MUTATIONS, "retyped", "retyped", "added", "dropped", "text"]
"""The pool of mutations that are drawn; some more often than others."""
