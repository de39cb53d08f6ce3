"""YAML text as plain data, built from the events of the parser. Pure.

Scalars follow the core schema of YAML 1.2, as OpenAPI asks: a date is a text, so are `yes` and
`on`. PyYAML's own loaders follow YAML 1.1. Aliases are copied, within bounds, so that changing
one place of a document never changes another.
"""

from __future__ import annotations

import copy
import re
from typing import Any, NoReturn

import yaml
from attrs import define, field
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from gigstack_api._core.schema.types import is_list, is_object

from ..findings import refuse

MAX_COPIED = 1_000_000
"""Values that aliases may add to a document."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
INTEGER = re.compile(r"[-+]?[0-9]+")
HEX_OR_OCTAL = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
NOT_NUMBERS = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
TAG = "tag:yaml.org,2002:"
STRUCTURES = {None, f"{TAG}map", f"{TAG}seq"}
MERGE = object()
"""Stands for the key `<<`."""


def read_yaml(text: str, place: str) -> object:
    """The data that a YAML text holds.

    Raises:
        UnusableSpec: it does not parse, holds a key twice, or something that JSON cannot hold.
    """
    builder = Builder(place)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{place}, line {mark.line + 1}, column {mark.column + 1}" if mark else place
        problem = error.problem or "unreadable text"
        raise refuse(where, f"this is not YAML: {problem}.", "Correct it.") from None
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        raise refuse(place, f"this is not YAML: {reason}.", "Correct it.") from None
    return builder.value


@define
class Open:
    """An object or array whose end has not been read."""

    value: dict[str, Any] | list[Any]
    anchor: str | None
    key: object = None
    has_key: bool = False
    merged: list[dict[str, Any]] = field(factory=list[dict[str, Any]])


@define
class Builder:
    """Data built from events; nesting costs no recursion."""

    place: str
    value: object = None
    _documents: int = 0
    _copied: int = 0
    _open: list[Open] = field(factory=list[Open])
    _anchors: dict[str, Any] = field(factory=dict[str, Any])

    def take(self, event: Event) -> None:
        """Adds an event."""
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "a second document begins here.", "Give a file with one.")
        elif isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, AliasEvent):
            self._add(event, self._copy(event))
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            if event.tag not in STRUCTURES:
                self._refuse(event, f"the tag {event.tag} cannot be read.", "Remove it.")
            value: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
            self._open.append(Open(value, event.anchor))
            if event.anchor:
                self._anchors.pop(event.anchor, None)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._close(event)

    def _scalar(self, event: ScalarEvent) -> None:
        if self._expects_key():
            plain_merge = event.value == "<<" and event.implicit[0]
            value: object = MERGE if plain_merge else event.value
        else:
            value = self._scalar_value(event)
        if event.anchor:
            self._anchors[event.anchor] = value
        self._add(event, value)

    def _expects_key(self) -> bool:
        if not self._open:
            return False
        top = self._open[-1]
        return isinstance(top.value, dict) and not top.has_key

    def _scalar_value(self, event: ScalarEvent) -> object:
        text = event.value
        if event.tag not in (None, "!", *(TAG + name for name in SCALARS)):
            self._refuse(event, f"the tag {event.tag} cannot be read.", "Remove it.")
        if event.tag in ("!", f"{TAG}str") or (event.tag is None and not event.implicit[0]):
            return text
        if text in WORDS:
            return WORDS[text]
        if NOT_NUMBERS.fullmatch(text):
            self._refuse(event, f"{text} is not a JSON number.", "Write a number or a text.")
        try:
            if INTEGER.fullmatch(text):
                return int(text)
            if HEX_OR_OCTAL.fullmatch(text):
                return int(text, 0)
        except ValueError:
            self._refuse(event, "this number has too many digits.", "Write it as a text.")
        return float(text) if FLOAT.fullmatch(text) else text

    def _copy(self, event: AliasEvent) -> object:
        if event.anchor not in self._anchors:
            self._refuse(
                event,
                f"*{event.anchor} names an anchor that is not defined above, or its own parent.",
                "Correct the name or use $ref.",
            )
        found = self._anchors[event.anchor]
        self._copied += _size(found)
        if self._copied > MAX_COPIED:
            self._refuse(event, "aliases make the file too large.", "Use components and $ref.")
        return copy.deepcopy(found)

    def _close(self, event: Event) -> None:
        top = self._open.pop()
        if is_object(top.value):
            for merged in top.merged:
                for key, value in merged.items():
                    top.value.setdefault(key, value)
        if top.anchor:
            self._anchors[top.anchor] = top.value
        self._add(event, top.value)

    def _add(self, event: Event, value: Any) -> None:
        if not self._open:
            self.value = value
            return
        top = self._open[-1]
        if isinstance(top.value, list):
            top.value.append(value)
        elif not top.has_key:
            top.key, top.has_key = self._key(event, top.value, value), True
        else:
            top.has_key = False
            if top.key is MERGE:
                self._merge(event, top, value)
            else:
                top.value[str(top.key)] = value

    def _key(self, event: Event, holder: dict[str, Any], key: object) -> object:
        if key is MERGE:
            return key
        if isinstance(key, (dict, list)):
            self._refuse(event, "a key is an object or a list.", "Write a text.")
        if (text := str(key)) in holder:
            self._refuse(event, f"the key {text!r} stands twice in one object.", "Remove one.")
        holder[text] = None
        return text

    def _merge(self, event: Event, top: Open, value: Any) -> None:
        sources: list[Any] = value if is_list(value) else [value]
        if not all(is_object(source) for source in sources):
            self._refuse(event, "<< takes objects only.", "Correct it.")
        top.merged += sources

    def _refuse(self, event: Event, problem: str, remedy: str) -> NoReturn:
        mark = event.start_mark
        where = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise refuse(self.place + where, problem, remedy)


SCALARS = ("str", "int", "float", "bool", "null", "timestamp")


def _size(value: object) -> int:
    found = 0
    waiting = [value]
    while waiting:
        item = waiting.pop()
        found += 1
        if is_object(item):
            waiting += item.values()
        elif is_list(item):
            waiting += item
    return found
