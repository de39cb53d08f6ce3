"""JSON or YAML text as plain data, or one sentence with the line of what is wrong. Pure."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node
from ..findings import refuse
from .yaml_events import read_yaml

MAX_DEPTH = 100
"""Levels of nesting. The deepest public specs have some 40."""

TOO_DEEP = f"the file is nested more than {MAX_DEPTH} levels deep."
HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")


def parse(content: bytes, place: str) -> Node:
    """The object that a JSON or YAML file holds. Keys are strings, dates are texts.

    Raises:
        UnusableSpec: it is neither, holds a key twice, or holds something else than an object.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(
            place, f"byte {error.start} is not UTF-8.", "Save the file in that encoding."
        ) from None
    found = _read_json(text, place) if text.lstrip()[:1] == "{" else read_yaml(text, place)
    if not is_object(found):
        raise refuse(place, "the file holds no object.", "Give an OpenAPI document.")
    _check_values(found, place)
    return found


def _read_json(text: str, place: str) -> object:
    def refuse_constant(name: str) -> NoReturn:
        raise refuse(place, f"{name} is not a JSON number.", "Write a number.")

    def refuse_twins(pairs: list[tuple[str, Any]]) -> Node:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            twin = next(key for key in keys if keys.count(key) > 1)
            raise refuse(place, f"the key {twin!r} stands twice in one object.", "Remove one.")
        return found

    try:
        return json.loads(text, object_pairs_hook=refuse_twins, parse_constant=refuse_constant)
    except json.JSONDecodeError as error:
        if text.lstrip()[1:].lstrip()[:1] not in ('"', "}"):
            return read_yaml(text, place)  # a YAML flow mapping
        where = f"{place}, line {error.lineno}, column {error.colno}"
        raise refuse(where, f"this is not JSON: {error.msg}.", "Correct it.") from None
    except RecursionError:
        raise refuse(place, TOO_DEEP, "Use components and $ref.") from None
    except ValueError:
        raise refuse(place, "a number has too many digits.", "Write it as a text.") from None


def _check_values(document: Node, place: str) -> None:
    """Refuses what is too deep to walk, and what cannot be written again."""
    level: list[object] = [document]
    for _ in range(MAX_DEPTH):
        following: list[object] = []
        for item in level:
            if is_object(item):
                following += item.keys()
                following += item.values()
            elif is_list(item):
                following += item
            elif isinstance(item, str) and HALF_CHARACTER.search(item):
                raise refuse(
                    place, f"the text {item[:40]!r} holds half a character.", "Correct the escape."
                )
            elif isinstance(item, float) and item in (float("inf"), float("-inf")):
                raise refuse(place, "a number is too large for JSON.", "Write it as a text.")
        level = following
    if level:
        raise refuse(place, TOO_DEEP, "Use components and $ref.")
