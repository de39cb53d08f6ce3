"""Every place of a document where a schema stands, with the words that can name it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object

from ..document import DATA, METHODS, NAMED, Node, below, call_path


@frozen
class Slot:
    """A place where a schema stands: `holder[key]`."""

    holder: Any
    key: str | int
    place: str
    words: tuple[str, ...]
    is_component: bool = False
    """Whether it is a component schema itself."""

    @property
    def schema(self) -> Node:
        """The schema that stands there now."""
        found: Node = self.holder[self.key]
        return found

    def put(self, schema: Node) -> None:
        """Lets another schema stand there."""
        self.holder[self.key] = schema


def all_slots(document: Node) -> Iterator[Slot]:
    """Every schema of a document, a schema before those inside it.

    A schema may be replaced, and others added to the components, while this runs.
    """
    for slot in list(outer_slots(document)):
        yield from within(slot)


def within(slot: Slot) -> Iterator[Slot]:
    """A slot and those inside its schema, which may be replaced once it has been given."""
    yield slot
    for inner in list(inner_slots(slot)):
        yield from within(inner)


def all_slots_inside_out(document: Node) -> Iterator[Slot]:
    """Every schema of a document, a schema after those inside it."""
    for slot in list(outer_slots(document)):
        yield from inside_out(slot)


def inside_out(slot: Slot) -> Iterator[Slot]:
    """The slots inside a schema, then its own."""
    for inner in list(inner_slots(slot)):
        yield from inside_out(inner)
    yield slot


def inner_slots(slot: Slot) -> Iterator[Slot]:
    """The schemas directly inside the schema of a slot."""
    schema, words = slot.schema, slot.words
    for name in schema.get("properties", {}):
        place = f"{slot.place}.properties.{name}"
        yield Slot(schema["properties"], name, place, (*words, name))
    for key, word in (("items", "Item"), ("additionalProperties", "Value")):
        if is_object(schema.get(key)):
            yield Slot(schema, key, below(slot.place, key), (*words, word))
    for key in ("allOf", "anyOf", "oneOf"):
        for index, choice in enumerate(schema.get(key, ())):
            place = f"{slot.place}.{key}[{index}]"
            yield Slot(
                schema[key], index, place, (*words, *_words_of_choice(schema, choice, index))
            )


def _words_of_choice(schema: Node, choice: Node, index: int) -> tuple[str, ...]:
    """A variant is named by its title; if it is the only one besides null, like the whole."""
    choices: list[Node] = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    others = [other for other in choices if other != {"type": "null"}]
    if len(others) < 2:
        return ()
    title = choice.get("x-title", choice.get("title"))
    return (title,) if isinstance(title, str) and title else (f"Option{index + 1}",)


def outer_slots(document: Node) -> Iterator[Slot]:
    """The schemas that are inside no other."""
    components: Node = document.get("components", {})
    for name in components.get("schemas", {}):
        place = f"components.schemas.{name}"
        yield Slot(components["schemas"], name, place, (name,), is_component=True)
    for kind, word in (("parameters", "Parameter"), ("headers", "Header")):
        for name, node in components.get(kind, {}).items():
            yield from _in_parameter(node, f"components.{kind}.{name}", (name, word))
    for kind, word in (("responses", "Response"), ("requestBodies", "Body")):
        for name, node in components.get(kind, {}).items():
            yield from _in_message(node, f"components.{kind}.{name}", (name, word))
    for place, item, words in path_items(document):
        yield from _in_path_item(item, place, words)


def path_items(document: Node) -> Iterator[tuple[str, Node, tuple[str, ...]]]:
    """The path items of a document, its webhooks and shared ones too."""
    components: Node = document.get("components", {})
    groups: Iterable[tuple[str, Node]] = (
        ("paths", document.get("paths", {})),
        ("webhooks", document.get("webhooks", {})),
        ("components.pathItems", components.get("pathItems", {})),
    )
    for place, group in groups:
        for path, item in group.items():
            words = [word.strip("{}") for word in call_path(path)[0].split("/")]
            yield f"{place}.{path}", item, tuple(words)
    for name, callback in components.get("callbacks", {}).items():
        yield from _callback_items(callback, f"components.callbacks.{name}", name)


def _callback_items(
    callback: Node, place: str, name: str
) -> Iterator[tuple[str, Node, tuple[str, ...]]]:
    for address, item in callback.items():
        if is_object(item):
            yield f"{place}.{address}", item, (name, "Callback")


def _in_path_item(item: Node, place: str, words: tuple[str, ...]) -> Iterator[Slot]:
    for index, parameter in enumerate(item.get("parameters", ())):
        where = f"{place}.parameters[{index}]"
        yield from _in_parameter(parameter, where, (*words, str(parameter.get("name", ""))))
    for method in METHODS:
        if is_object(operation := item.get(method)):
            yield from _in_operation(operation, f"{place}.{method}", (method, *words))


def _in_operation(operation: Node, place: str, words: tuple[str, ...]) -> Iterator[Slot]:
    if operation.get("operationId"):
        words = (operation["operationId"],)
    for index, parameter in enumerate(operation.get("parameters", ())):
        where = f"{place}.parameters[{index}]"
        yield from _in_parameter(parameter, where, (*words, str(parameter.get("name", ""))))
    if is_object(body := operation.get("requestBody")):
        yield from _in_message(body, f"{place}.requestBody", (*words, "Body"))
    answers: Node = operation.get("responses", {})
    first = next((status for status in answers if status.startswith("2")), "")
    for status, answer in answers.items():
        ending = ("Response",) if status == first else ("Response", status)
        yield from _in_message(answer, f"{place}.responses.{status}", (*words, *ending))
    for name, callback in operation.get("callbacks", {}).items():
        for where, item, names in _callback_items(callback, f"{place}.callbacks.{name}", name):
            yield from _in_path_item(item, where, (*words, *names))


def _in_parameter(parameter: Node, place: str, words: tuple[str, ...]) -> Iterator[Slot]:
    if is_object(parameter.get("schema")):
        yield Slot(parameter, "schema", f"{place}.schema", words)
    yield from _in_message(parameter, place, words)


def _in_message(message: Node, place: str, words: tuple[str, ...]) -> Iterator[Slot]:
    media: Node = message.get("content", {})
    for media_type, content in media.items():
        if is_object(content.get("schema")):
            where = f"{place}.content.{media_type}.schema"
            short = words if len(media) == 1 else (*words, *_kind_of_media(media_type, media))
            yield Slot(content, "schema", where, short)
    for name, header in message.get("headers", {}).items():
        yield from _in_parameter(header, f"{place}.headers.{name}", (*words, name, "Header"))


def _kind_of_media(media_type: str, media: Node) -> tuple[str, ...]:
    """The word that tells a media type from the first of a message."""
    return () if media_type == next(iter(media)) else (media_type.rpartition("/")[2],)


def references_in(node: object) -> Iterator[tuple[str, Node, str]]:
    """Every object with a `$ref` below a node, with its place; not those within examples."""
    waiting: list[tuple[str, object, bool]] = [("", node, False)]
    while waiting:
        place, item, names = waiting.pop()
        if is_list(item):
            waiting += [(below(place, index), child, False) for index, child in enumerate(item)]
        elif is_object(item):
            ref = item.get("$ref")
            if isinstance(ref, str) and not names:
                yield place, item, ref
            waiting += _children(item, place, names)


def _children(item: Node, place: str, names: bool) -> Iterator[tuple[str, object, bool]]:
    """The values inside an object that may hold references.

    `names` says whether its keys are names. Extensions hold none that we follow.
    """
    for key, child in item.items():
        where = below(place, key)
        if names or not (key in DATA or key.startswith("x-")):
            yield where, child, key in NAMED and not names
        elif key == "examples" and is_object(child):
            for name, example in child.items():
                if is_object(example) and "$ref" in example:
                    yield below(where, name), {"$ref": example["$ref"]}, False
