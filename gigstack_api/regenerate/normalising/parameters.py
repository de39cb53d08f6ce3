"""Parameters: each with one schema that says all about it, and that can be sent."""

from __future__ import annotations

from collections.abc import Iterator

from gigstack_api._core.schema.types import is_object

from ..document import METHODS, Node, calls
from ..media_types import is_json
from .identities import PART
from .slots import path_items
from .work import Work

PLACES = ("path", "query", "header", "cookie")
QUERY_STYLES = ("form", "spaceDelimited", "pipeDelimited", "deepObject")
NOT_SENT = {"accept", "content-type", "authorization"}
"""Headers that OpenAPI ignores as parameters: other parts of a spec say what they hold."""


def settle_parameters(work: Work) -> None:
    """Gives each parameter a schema."""
    for place, parameter in _all(work.document):
        if "$ref" in parameter:
            continue
        if parameter.get("in") not in PLACES:
            work.refuse(
                f"{place}.in",
                f"a parameter cannot be in {parameter.get('in')!r}.",
                f"It is in one of {', '.join(PLACES)}.",
            )
        content: Node = parameter.get("content", {})
        if "schema" in parameter or not content:
            parameter.pop("content", None)
        elif not any(map(is_json, content)):
            _write_as_text(work, parameter, parameter.pop("content"), place)
        else:
            chosen = next(filter(is_json, content))
            content[chosen].setdefault("schema", {})
            parameter["content"] = {chosen: content[chosen]}
        if "content" not in parameter:
            parameter.setdefault("schema", {"type": "string"})
        _move_description(parameter)


def _write_as_text(work: Work, parameter: Node, content: Node, place: str) -> None:
    """A parameter with a media type is a text of that type, which the caller writes."""
    media_type, media = next(iter(content.items()))
    told = media.get("schema", {}).get("description", "")
    text = f"{parameter.pop('description', told)} A text of the type {media_type}.".strip()
    parameter["schema"] = {"type": "string", "description": text}
    work.note(place, f"this takes a text of the type {media_type}; the caller writes it.")


def _all(document: Node) -> Iterator[tuple[str, Node]]:
    for name, parameter in document.get("components", {}).get("parameters", {}).items():
        yield f"components.parameters.{name}", parameter
    for place, item, _ in path_items(document):
        yield from _of(item, place)
        for method in METHODS:
            if is_object(operation := item.get(method)):
                yield from _of(operation, f"{place}.{method}")
                yield from _of_callbacks(operation, f"{place}.{method}")


def _of_callbacks(operation: Node, place: str) -> Iterator[tuple[str, Node]]:
    for name, callback in operation.get("callbacks", {}).items():
        for address, item in callback.items():
            if is_object(item):
                where = f"{place}.callbacks.{name}.{address}"
                yield from _of(item, where)
                for method in METHODS:
                    if is_object(inner := item.get(method)):
                        yield from _of(inner, f"{where}.{method}")


def _of(node: Node, place: str) -> Iterator[tuple[str, Node]]:
    for index, parameter in enumerate(node.get("parameters", ())):
        yield f"{place}.parameters[{index}]", parameter


def move_descriptions(work: Work) -> None:
    """Settles the parameters of operations, once they stand there: texts, places, styles."""
    for place, item, _ in path_items(work.document):
        for method in METHODS:
            if is_object(operation := item.get(method)) and "parameters" in operation:
                where = f"{place}.{method}"
                operation["parameters"] = list(_settled(work, operation["parameters"], where))
                _refuse_twins(work, operation["parameters"], where)


def match_paths(work: Work) -> None:
    """Lets each operation have the parameters that its path names, and no others of the path."""
    for call in calls(work.document):
        parameters: list[Node] = call.operation.get("parameters", [])
        named = PART.findall(call.path)
        for parameter in [item for item in parameters if item["in"] == "path"]:
            parameter["required"] = True
            if parameter["name"] not in named:
                parameters.remove(parameter)
                work.note(call.place, f"{parameter['name']!r} is not in the path and is left out.")
        given = {item["name"] for item in parameters if item["in"] == "path"}
        for name in [name for name in named if name not in given]:
            work.note(call.place, f"the part {name!r} of the path is not declared; it is a text.")
            added = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            parameters.append(added)
        if parameters:
            call.operation["parameters"] = parameters


def _settled(work: Work, parameters: list[Node], place: str) -> Iterator[Node]:
    for index, parameter in enumerate(parameters):
        where = f"{place}.parameters[{index}]"
        name, kind = parameter["name"], parameter["in"]
        if kind == "header" and name.lower() in NOT_SENT:
            work.note(where, f"the header {name!r} is left out; the client sets it.")
        else:
            _move_description(parameter)
            _refuse_style(work, parameter, where)
            yield parameter


def _move_description(parameter: Node) -> None:
    """A description stands in the schema: a template sees no other."""
    text = parameter.pop("description", "")
    holder = parameter
    if "schema" not in parameter:
        holder = next(iter(parameter["content"].values()))
    schema = holder["schema"]
    if not text:
        return
    if "$ref" in schema:
        holder["schema"] = {"anyOf": [schema], "description": text}
    else:
        schema["description"] = text


def _refuse_style(work: Work, parameter: Node, place: str) -> None:
    style, kind = parameter.get("style"), parameter["in"]
    if kind == "path" and style not in (None, "simple"):
        work.refuse(
            place,
            f"the style {style!r} of {parameter['name']!r} cannot be written into a path.",
            "Make it a plain string in an overlay.",
        )
    elif style not in (None, "simple", *QUERY_STYLES):
        work.refuse(place, f"{style!r} is not a style.", "Use form or deepObject.")


def _refuse_twins(work: Work, parameters: list[Node], place: str) -> None:
    seen: set[tuple[str, str]] = set()
    for parameter in parameters:
        identity = parameter["name"], parameter["in"]
        if identity in seen:
            name, kind = identity
            work.refuse(place, f"the {kind} parameter {name!r} stands twice.", "Remove one.")
        seen.add(identity)
