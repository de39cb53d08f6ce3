"""The OpenAPI document in the Markdown of a page. Pure."""

from __future__ import annotations

import re

import yaml
from attrs import define

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node
from ..findings import refuse
from . import yaml12

HEADING = re.compile(r"^#+ +OpenAPI Specification\s*$", re.MULTILINE)
FENCE = re.compile(
    r"^(?P<marks>`{3,}|~{3,})ya?ml[^\n]*\n(?P<text>.*?)\n?^(?P=marks)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)

MOST_VALUES = 200_000
"""How many values a page may hold, with each alias counted as what it stands for."""

MOST_DEPTH = 100


def read_page(markdown: str, address: str) -> Node:
    """The document in a page, as plain JSON values. Anchors are written out.

    Raises:
        UnusableSpec: it holds none, or one that cannot be read.
    """
    text = markdown.replace("\r\n", "\n")
    if re.match(r"\s*<(!doctype|html)", text, re.IGNORECASE):
        # The rendering leaves inline code and links out of its sentences.
        raise refuse(address, "This is a rendered page, not its Markdown.", "Read its .md address.")
    heading = HEADING.search(text)
    fence = FENCE.search(text, heading.end()) if heading else None
    if fence is None:
        remedy = "Check whether the page still describes an endpoint or a schema."
        raise refuse(address, "It has no YAML below `OpenAPI Specification`.", remedy)
    line = text.count("\n", 0, fence.start("text")) + 1
    try:
        document = _Expansion(MOST_VALUES).plain(yaml12.load(fence["text"]), MOST_DEPTH)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{address} line {line + mark.line}" if mark else address
        problem = f"The YAML cannot be read: {error.problem or error.context}."
        raise refuse(where, problem, "Tell the vendor.") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        raise refuse(address, f"The YAML cannot be read: {reason}.", "Tell the vendor.") from None
    if not is_object(document) or not is_object(document.get("paths", {})):
        raise refuse(address, "The YAML is not an OpenAPI document.", "Tell the vendor.")
    return document


@define
class _Expansion:
    """Copies YAML values into JSON values until `left` are made.

    Aliases share one object. A copy of each lets later steps change one without the other, and the
    count keeps a page of aliases of aliases from filling the memory.
    """

    left: int

    def plain(self, value: object, depth: int) -> object:
        """A JSON value.

        Raises:
            ValueError: there are too many values, or they are too deep or not JSON.
        """
        self.left -= 1
        if self.left < 0:
            raise ValueError(f"it holds more than {MOST_VALUES} values")
        if depth < 0:
            raise ValueError(f"it is nested deeper than {MOST_DEPTH} levels")
        if is_object(value):
            return {_key(key): self.plain(item, depth - 1) for key, item in value.items()}
        if is_list(value):
            return [self.plain(item, depth - 1) for item in value]
        if value is None or isinstance(value, (str, bool, int, float)):
            return value
        raise ValueError(f"it holds a value of the kind {type(value).__name__}")


def _key(key: object) -> str:
    """A key as JSON has it: those of answers are numbers to YAML."""
    if isinstance(key, bool):
        return str(key).lower()
    if key is None or isinstance(key, (str, int, float)):
        return "null" if key is None else str(key)
    raise ValueError("a key is not a text")
