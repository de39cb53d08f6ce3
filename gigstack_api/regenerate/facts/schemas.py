"""Facts of schemas: what a component is for, units of times, secrets. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from gigstack_api._core.schema.redaction import is_sensitive
from gigstack_api._core.schema.types import is_object

from ..document import Node, component_of, schemas, walk
from .operation import Operation, as_object, kinds, properties

UNITS = (
    ("s", re.compile(r"\bunix seconds|seconds since (the )?(unix )?epoch", re.IGNORECASE)),
    (
        "ms",
        re.compile(r"\bunix milliseconds|milliseconds since (the )?(unix )?epoch", re.IGNORECASE),
    ),
)
UNIX = re.compile(r"\bunix\b", re.IGNORECASE)
LOOSE_UNITS = (("s", re.compile(r"\bseconds\b")), ("ms", re.compile(r"\bmilliseconds\b")))
"""Units in a text that speaks of Unix times."""
TIME_FORMATS = {"unix-time": "s", "timestamp-s": "s", "timestamp-ms": "ms", "unixtime": "s"}
NUMBERS = frozenset({"integer", "number"})
TEXTS = frozenset({"string", "object", "array"})
FILTER = re.compile(r"\^metadata")


@frozen
class Uses:
    """How often components are referred to: in all, as a body and as an envelope."""

    anywhere: Counter[str]
    bodies: Counter[str]
    envelopes: Counter[str]

    @classmethod
    def of(cls, document: Node, operations: Iterable[Operation], unwraps: dict[str, str]) -> Uses:
        """The uses in a document. `unwraps` are by place of operation."""
        operations = list(operations)
        wrapped = [one for one in operations if unwraps[one.call.place] != "none"]
        return cls(
            Counter(_named(node for _, node in walk(document))),
            Counter(_named(schema for one in operations for schema in one.bodies.values())),
            Counter(
                _named(
                    schema
                    for one in wrapped
                    for media in one.successes
                    for schema in media.values()
                    if _holds(document, schema, unwraps[one.call.place])
                )
            ),
        )


def _holds(document: Node, schema: Node, place: str) -> bool:
    """Whether a schema has the field of a value. The answers of an operation may differ."""
    return place == "empty" or place.partition(".")[0] in properties(document, schema)


def _named(nodes: Iterable[Node]) -> Iterator[str]:
    """The components that nodes refer to."""
    found = (component_of(node.get("$ref")) for node in nodes)
    return (name for name in found if name is not None)


def roles(document: Node, operations: Iterable[Operation], unwraps: dict[str, str]) -> None:
    """Writes `x-role` to the components of a document. `unwraps` are by place of operation."""
    uses = Uses.of(document, operations, unwraps)
    for name, schema in schemas(document).items():
        if is_object(schema) and "x-role" not in schema and (role := _role(name, schema, uses)):
            schema["x-role"] = role


def _role(name: str, schema: Node, uses: Uses) -> str | None:
    if "object" not in kinds(schema) and "properties" not in schema:
        return None
    if 0 < uses.anywhere[name] == uses.bodies[name]:
        return "body"
    if not schema.get("properties"):
        if any(map(FILTER.match, as_object(schema.get("patternProperties")))):
            return "metadata-filter"
        more = schema.get("additionalProperties", True)
        is_free = more is True or more == {}
        return "free-form" if is_free and not schema.keys() & {"allOf", "anyOf", "oneOf"} else None
    return "envelope" if 0 < uses.anywhere[name] == uses.envelopes[name] else None


def units(document: Node) -> Iterator[tuple[str, str]]:
    """Writes `x-unit` to times; gives place and unit of those that only their name tells."""
    for place, name, schema in _fields(document):
        if "x-unit" in schema or not NUMBERS & kinds(schema):
            continue
        if (unit := _told_unit(schema)) is not None:
            schema["x-unit"] = unit
        elif name.endswith(("_at", "At")) and "integer" in kinds(schema):
            schema["x-unit"] = "s"
            yield place, "s"


def _told_unit(schema: Node) -> str | None:
    told = TIME_FORMATS.get(str(schema.get("format")))
    text = str(schema.get("description", ""))
    for units_in_words in (UNITS, LOOSE_UNITS if UNIX.search(text) else ()):
        found = [unit for unit, words in units_in_words if words.search(text)]
        if len(found) == 1:
            return told or found[0]
    return told


def secrets(document: Node) -> None:
    """Writes `x-secret` to fields whose name is that of a secret."""
    for component in schemas(document).values():
        for name, field in _properties(component):
            may_be_text = TEXTS & (kinds(field) or {"object"})
            if "x-secret" not in field and is_sensitive(name) and may_be_text:
                field["x-secret"] = True


def _fields(document: Node) -> Iterator[tuple[str, str, Node]]:
    """Place, name and schema of the fields of components and of the parameters."""
    for component, schema in schemas(document).items():
        for name, field in _properties(schema):
            yield f"components.schemas.{component}.{name}", name, field
    for place, node in walk(document):
        if "in" in node and isinstance(wire := node.get("name"), str):
            yield place, wire, as_object(node.get("schema"))


def _properties(schema: object) -> Iterator[tuple[str, Node]]:
    for name, field in as_object(as_object(schema).get("properties")).items():
        if is_object(field):
            yield str(name), field
