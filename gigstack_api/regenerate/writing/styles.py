"""How the values of lists and objects are written, from `style` and `explode`. Pure."""

from __future__ import annotations

from typing import Any

from gigstack_api._core.schema.types import is_list
from gigstack_api.regenerate.document import Node

DELIMITED = {"form": "COMMAS", "spaceDelimited": "SPACES", "pipeDelimited": "PIPES"}
JSON = "JSON"


def types_of(found: list[Node]) -> set[str]:
    """The JSON types that some schemas allow."""
    types: set[str] = set()
    for schema in found:
        kind: Any = schema.get("type")
        types |= set(kind) if is_list(kind) else {str(kind)}
        types |= {"object"} if "properties" in schema else set()
    return types


def style_of(parameter: Node, kinds: set[str]) -> str:
    """The member of `Style` for a `style` and `explode`; empty for the plain one of a list."""
    style = parameter.get("style", "form")
    if style == "deepObject":
        return "BRACKETS"
    if parameter.get("explode", style == "form"):
        return "REPEATED" if "object" in kinds else ""
    return DELIMITED.get(style, "")
