"""An operation as the rules see it: its parameters, body and answer, references followed. Pure."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from attrs import define

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Call, Node, resolve
from ..media_types import is_json

NOTHING: Node = {}


@define(frozen=True, slots=False)
class Operation:
    """An operation of a document. `path_parameters` are those of its whole path."""

    document: Node
    call: Call
    path_parameters: tuple[Node, ...] = ()

    @property
    def id(self) -> str:
        """The operationId, or an empty text."""
        return str(self.call.operation.get("operationId") or "")

    @property
    def tag(self) -> str:
        """The first tag: the resource."""
        tags = self.call.operation.get("tags")
        return str(tags[0]) if is_list(tags) and tags else "default"

    @property
    def facts(self) -> Node:
        """The `x-gigstack` that the document has."""
        return as_object(self.call.operation.get("x-gigstack"))

    @cached_property
    def parameters(self) -> tuple[Node, ...]:
        """Its parameters; one of the operation takes the place of one of the path."""
        listed = self.call.operation.get("parameters")
        nodes = [*self.path_parameters, *(listed if is_list(listed) else ())]
        resolved = [self.resolved(node) for node in nodes if is_object(node)]
        found = {(str(node.get("in")), str(node.get("name"))): node for node in resolved}
        return tuple(found.values())

    def named(self, place: str) -> dict[str, Node]:
        """The schemas of the parameters in `path`, `query` or `header`, by wire name."""
        return {
            str(node["name"]): as_object(node.get("schema"))
            for node in self.parameters
            if node.get("in") == place and "name" in node
        }

    @cached_property
    def bodies(self) -> dict[str, Node]:
        """The schemas of its body by media type, as they stand."""
        return _schemas(self.resolved(as_object(self.call.operation.get("requestBody"))))

    @cached_property
    def fields(self) -> dict[str, Node]:
        """The fields of the body."""
        return properties(self.document, next(iter(self.bodies.values()), NOTHING))

    @cached_property
    def successes(self) -> tuple[dict[str, Node], ...]:
        """The schemas of each success answer by media type; of `default`, if there is no other."""
        responses = as_object(self.call.operation.get("responses"))
        found = [node for status, node in responses.items() if str(status).startswith("2")]
        found = found or [node for status, node in responses.items() if status == "default"]
        return tuple(_schemas(self.resolved(as_object(node))) for node in found)

    @property
    def answers(self) -> dict[str, Node]:
        """The schemas of its first success answer by media type; empty if it has no body."""
        return next(iter(self.successes), NOTHING)

    @cached_property
    def answer(self) -> Node:
        """The JSON schema of the first success answer, or an empty one."""
        return next((schema for kind, schema in self.answers.items() if is_json(kind)), NOTHING)

    def resolved(self, node: Node) -> Node:
        """A node, or what it refers to."""
        return resolve(self.document, node, self.call.place)


def as_object(node: object) -> Node:
    """A node that is an object, or an empty one."""
    return node if is_object(node) else NOTHING


def plain(document: Node, schema: Node) -> Node:
    """A schema for values that are not null, references followed."""
    for _ in range(20):
        schema = resolve(document, schema, "components.schemas")
        choices = [
            choice
            for key in ("anyOf", "oneOf")
            for choice in _list(schema.get(key))
            if is_object(choice) and choice.get("type") != "null"
        ]
        if not choices:
            break
        schema = choices[0]
    return schema


def properties(document: Node, schema: Node) -> dict[str, Node]:
    """The fields of a schema, those of the parts of an allOf among them."""
    return _properties(document, plain(document, schema), 20)


def _properties(document: Node, schema: Node, depth: int) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for part in _list(schema.get("allOf")) if depth else ():
        found |= _properties(document, plain(document, as_object(part)), depth - 1)
    own = as_object(schema.get("properties"))
    return found | {str(name): node for name, node in own.items() if is_object(node)}


def kinds(schema: Node) -> set[str]:
    """The types of a schema, null not among them."""
    kind: object = schema.get("type")
    return {str(one) for one in (kind if is_list(kind) else [kind])} - {"null", "None"}


def is_array(document: Node, schema: Node) -> bool:
    """Whether a schema is that of an array."""
    return "array" in kinds(plain(document, schema))


def _list(node: object) -> list[Any]:
    return node if is_list(node) else []


def _schemas(node: Node) -> dict[str, Node]:
    content = as_object(node.get("content"))
    return {str(kind): as_object(as_object(media).get("schema")) for kind, media in content.items()}
