"""Examples as Apidog writes them. Pure."""

from __future__ import annotations

import json
import re

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node

PLACEHOLDER = re.compile(r"""file://|@["'].*["']$|@/""")
"""How a page shows the file of an upload: the path of a file on the machine of its author."""


def parse_example(value: object, media_type: str) -> object:
    """An example: the JSON value that a text holds, else the text."""
    if not isinstance(value, str) or "json" not in media_type:
        return value
    try:
        parsed: object = json.loads(value)
    except (ValueError, RecursionError):
        return value
    return parsed if is_object(parsed) or is_list(parsed) else value


def without_placeholder(value: object) -> object:
    """An example without what stands for a file in it; None if nothing is left."""
    if isinstance(value, str):
        return None if PLACEHOLDER.match(value.strip()) else value
    if is_list(value):
        return [item for item in map(without_placeholder, value) if item is not None]
    if is_object(value):
        kept = {name: without_placeholder(item) for name, item in value.items()}
        return {
            name: item for name, item in kept.items() if item is not None or value[name] is None
        }
    return value


def repair_examples(media: Node, media_type: str) -> Node:
    """A media type with one `example`, or several `examples` of which each has a value."""
    node = {key: value for key, value in media.items() if key not in ("example", "examples")}
    named = examples_of(media, media_type)
    if len(named) == 1 and "example" in media:
        node["example"] = next(iter(named.values()))["value"]
    elif named:
        node["examples"] = named
    return node


def examples_of(media: Node, media_type: str, name: str = "example") -> dict[str, Node]:
    """The examples of a media type by name. `name` is that of a single one."""
    found: dict[str, Node] = {}
    if "example" in media:
        found[name] = {"value": media["example"]}
    listed = media.get("examples")
    if is_list(listed):
        listed = {str(index): {"value": value} for index, value in enumerate(listed, 1)}
    for key, entry in (listed if is_object(listed) else {}).items():
        found[key] = dict(entry) if is_object(entry) and "value" in entry else {"value": entry}
    for key, entry in list(found.items()):
        value = without_placeholder(parse_example(entry["value"], media_type))
        if value is None and entry["value"] is not None:
            del found[key]
        else:
            entry["value"] = value
            if entry.get("summary") == "":
                del entry["summary"]
    return found
