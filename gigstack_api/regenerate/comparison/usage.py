"""Which operations send and receive each component of a document. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Call, Node, calls, component_of, resolve, schemas
from .changes import Side
from .subjects import operation_id


@frozen
class Usage:
    """Who uses one component.

    `sent` and `received` are the operations, `bodies` and `answers` those whose body or answer it
    is, and not a part of. `elsewhere` says whether anything else refers to it.
    """

    sent: dict[str, None] = field(factory=dict[str, None])
    received: dict[str, None] = field(factory=dict[str, None])
    bodies: list[Call] = field(factory=list[Call])
    answers: list[Call] = field(factory=list[Call])

    @property
    def side(self) -> Side:
        """Who writes it; both if it is used nowhere."""
        if bool(self.sent) == bool(self.received):
            return Side.BOTH
        return Side.REQUEST if self.sent else Side.ANSWER

    @property
    def operations(self) -> tuple[str, ...]:
        """The operations that send or receive it."""
        return tuple({**self.sent, **self.received})


def usage(document: Node) -> dict[str, Usage]:
    """How each component schema of a document is used, by name."""
    components = schemas(document)
    arrows = {name: {*references(schema)} for name, schema in components.items()}
    found = {name: Usage() for name in components}
    for call in calls(document):
        name = operation_id(call)
        for schema in parameters_schemas(document, call):
            for component in _reached(references(schema), arrows):
                found[component].sent[name] = None
        for schema in body_schemas(document, call):
            _use(schema, call, found, arrows, sent=True)
        for schema in answer_schemas(document, call):
            _use(schema, call, found, arrows, sent=False)
    for name, event in _items(document.get("webhooks")):
        for component in _reached(references(event), arrows):
            found[component].received[f"event {name}"] = None
    return found


def _use(
    schema: Node, call: Call, found: dict[str, Usage], arrows: dict[str, set[str]], *, sent: bool
) -> None:
    direct = component_of(schema.get("$ref"))
    if direct in found:
        calls_of = found[direct].bodies if sent else found[direct].answers
        if call not in calls_of:
            calls_of.append(call)
    for component in _reached(references(schema), arrows):
        users = found[component].sent if sent else found[component].received
        users[operation_id(call)] = None


def _reached(start: Iterable[str], arrows: dict[str, set[str]]) -> list[str]:
    """The components reachable from some, themselves included."""
    found: dict[str, None] = {}
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name in arrows and name not in found:
            found[name] = None
            waiting.extend(sorted(arrows[name]))
    return list(found)


def references(node: object) -> Iterator[str]:
    """The components that a node names, directly."""
    if is_list(node):
        for item in node:
            yield from references(item)
    elif is_object(node):
        if (name := component_of(node.get("$ref"))) is not None:
            yield name
        for key, item in node.items():
            if key not in ("example", "examples", "default", "enum", "const"):
                yield from references(item)


def parameters_schemas(document: Node, call: Call) -> Iterator[object]:
    """The parameters of an operation, as a part that clients send."""
    listed = call.operation.get("parameters")
    for item in listed if is_list(listed) else ():
        if is_object(item):
            yield resolve(document, item, call.place)


def body_schemas(document: Node, call: Call) -> Iterator[Node]:
    """The schemas of the body of an operation, one for each media type."""
    body = call.operation.get("requestBody")
    if is_object(body):
        yield from _schemas_of(resolve(document, body, call.place))


def answer_schemas(document: Node, call: Call) -> Iterator[Node]:
    """The schemas of the answers of an operation, refusals included."""
    for _, answer in _items(call.operation.get("responses")):
        yield from _schemas_of(resolve(document, answer, call.place))


def _schemas_of(holder: Node) -> Iterator[Node]:
    for _, media in _items(holder.get("content")):
        if is_object(schema := media.get("schema")):
            yield schema
    for _, header in _items(holder.get("headers")):
        yield header


def _items(node: object) -> Iterator[tuple[str, Node]]:
    for name, item in (node if is_object(node) else {}).items():
        if is_object(item):
            yield name, item
