"""Parameters: each with a schema that says all about it, in a place and style that can be sent.

`x-style` on a parameter says how an array or object in the query is written, if not as a repeated
key: `comma` (a,b), `space` (a%20b), `pipe` (a|b), `deep` (filter[status]=paid) or `keys` (each
field a parameter of its own).
"""

from __future__ import annotations

from collections.abc import Iterator

from gigstack_api._core.schema.types import is_object

from ..document import METHODS, Node, component_of
from .scalars import kinds_of
from .slots import path_items
from .work import Work

PLACES = ("path", "query", "header", "cookie")
SEPARATED = {"form": "comma", "spaceDelimited": "space", "pipeDelimited": "pipe"}
NOT_SENT = {"accept", "content-type", "authorization"}
"""Headers that are no parameters in OpenAPI: other parts of a spec say what they hold."""


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
        content = parameter.pop("content", None)
        if content and "schema" not in parameter:
            _write_as_text(work, parameter, content, place)
        if not is_object(parameter.get("schema")):
            parameter["schema"] = {"type": "string"}


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


def _settled(work: Work, parameters: list[Node], place: str) -> Iterator[Node]:
    for index, parameter in enumerate(parameters):
        where = f"{place}.parameters[{index}]"
        name, kind = parameter["name"], parameter["in"]
        if kind == "cookie":
            if parameter.get("required"):
                work.refuse(
                    where, f"the cookie {name!r} cannot be sent.", "Make it optional in an overlay."
                )
            work.note(where, f"the cookie {name!r} is left out; cookies are not sent.")
        elif kind == "header" and name.lower() in NOT_SENT:
            work.note(where, f"the header {name!r} is left out; the client sets it.")
        else:
            _move_description(parameter)
            _settle_style(work, parameter, where)
            yield parameter


def _move_description(parameter: Node) -> None:
    """A description stands in the schema: a template sees no other."""
    text = parameter.pop("description", "")
    schema = parameter["schema"]
    if not text:
        return
    if "$ref" in schema:
        parameter["schema"] = {"anyOf": [schema], "description": text}
    else:
        schema["description"] = text


def _settle_style(work: Work, parameter: Node, place: str) -> None:
    style, explode = parameter.pop("style", None), parameter.pop("explode", None)
    kinds = _kinds(work, parameter["schema"])
    kind = parameter["in"]
    if kind == "path" and (style not in (None, "simple") or kinds & {"array", "object"}):
        work.refuse(
            place,
            f"the part {parameter['name']!r} of the path is no plain value.",
            "Make it a string in an overlay.",
        )
    elif kind == "header" and "object" in kinds:
        work.refuse(place, "a header cannot hold an object.", "Make it a string in an overlay.")
    elif kind == "query" and "array" in kinds:
        separated = style in SEPARATED and (style != "form" or explode is False)
        if separated:
            parameter["x-style"] = SEPARATED[style or "form"]
        elif style is None and explode is False:
            parameter["x-style"] = "comma"
    elif kind == "query" and "object" in kinds and _role(work, parameter) != "metadata-filter":
        parameter["x-style"] = "deep" if style == "deepObject" else "keys"


def _kinds(work: Work, schema: Node) -> set[str]:
    """The types of a schema, through references."""
    seen: set[str] = set()
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        item = waiting.pop()
        name = component_of(item.get("$ref"))
        if name and name not in seen:
            seen.add(name)
            waiting.append(work.schemas[name])
        waiting += item.get("anyOf", ())
        found.update(kinds_of(item))
    return found


def _role(work: Work, parameter: Node) -> str:
    schema = parameter["schema"]
    choices = schema.get("anyOf", [schema])
    name = component_of(choices[0].get("$ref"))
    role: str = (work.schemas[name] if name else schema).get("x-role", "")
    return role


def _refuse_twins(work: Work, parameters: list[Node], place: str) -> None:
    seen: set[tuple[str, str]] = set()
    for parameter in parameters:
        identity = parameter["name"], parameter["in"]
        if identity in seen:
            name, kind = identity
            work.refuse(place, f"the {kind} parameter {name!r} stands twice.", "Remove one.")
        seen.add(identity)
