"""An operation as Apidog writes it, in the form of OpenAPI 3.1. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node
from .answers import repair_answers, repair_content
from .extensions import extension, without_extensions
from .index import Entry
from .notes import Notes
from .schema_repairs import repair_schema

SCHEME_TYPES = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "basic": {"type": "http", "scheme": "basic"},
    "digest": {"type": "http", "scheme": "digest"},
    "jwt": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "apikey": {"type": "apiKey"},
    "oauth2": {"type": "oauth2"},
}
"""The types of security schemes that Apidog writes, in lower case, and what OpenAPI calls them."""

FINISHED = frozenset({"", "released", "deprecated", "obsolete"})
ORDER = (
    *("tags", "operationId", "summary", "description", "externalDocs", "deprecated"),
    *("parameters", "requestBody", "responses", "servers", "security"),
)


def repair_operation(operation: Node, entry: Entry, path: str, method: str, notes: Notes) -> Node:
    """An operation with one tag, an operationId, and the address of its page."""
    place = f"paths.{path}.{method}"
    status = str(extension(operation, "status") or "")
    if status not in FINISHED:
        notes.add(place, f"The vendor calls it {status!r}.", "It may change or not exist yet.")
    node = without_extensions(operation)
    node["tags"] = [_tag(operation, entry)]
    author_id = str(node.get("operationId") or "")
    node["operationId"] = snake(author_id) if author_id else derive_id(method, path)
    node["deprecated"] = bool(node.get("deprecated")) or status in ("deprecated", "obsolete")
    if not node["deprecated"]:
        del node["deprecated"]
    if not node.get("description"):
        node.pop("description", None)
    node["parameters"] = list(_parameters(node.get("parameters"), place, notes))
    if not node["parameters"]:
        del node["parameters"]
    body = node.pop("requestBody", None)
    if is_object(body) and (fixed := _body(body, f"{place}.requestBody", notes)):
        node["requestBody"] = fixed
    answers = node.get("responses")
    node["responses"] = repair_answers(
        answers if is_object(answers) else {}, f"{place}.responses", notes
    )
    if "security" in node:
        node["security"] = repair_security(node["security"])
    if node.get("security", ()) is None:
        del node["security"]
    node["externalDocs"] = {"url": entry.url.removesuffix(".md")}
    return {key: node[key] for key in sorted(node, key=_position)}


def _position(key: str) -> int:
    return ORDER.index(key) if key in ORDER else len(ORDER)


def _tag(operation: Node, entry: Entry) -> str:
    """The first folder of the menu. Tags repeat it, sometimes twice."""
    folder = str(extension(operation, "folder") or "").partition("/")[0].strip()
    tags = operation.get("tags")
    listed = [str(tag).partition("/")[0].strip() for tag in tags] if is_list(tags) else []
    return next(filter(None, [folder, *listed, *entry.folder]), "default")


def snake(text: str) -> str:
    """A name in small letters and underscores."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text)
    return re.sub(r"[^A-Za-z0-9]+", "_", parted).strip("_").lower() or "operation"


def derive_id(method: str, path: str) -> str:
    """An operationId from method and path. The title of a page may change, those rarely do."""
    words = re.sub(r"[{]([^{}]*)[}]", r"by \1", path)
    return snake(f"{method} {words}")


def _parameters(parameters: object, place: str, notes: Notes) -> Iterator[Node]:
    seen: set[tuple[str, str]] = set()
    for index, parameter in enumerate(parameters if is_list(parameters) else []):
        if not is_object(parameter):
            continue
        node = without_extensions(parameter)
        key = (str(node.get("name")), str(node.get("in")))
        if "$ref" not in node and key in seen:
            notes.add(place, f"The parameter {key[0]!r} is there twice.", "The first is taken.")
            continue
        seen.add(key)
        where = f"{place}.parameters[{index}]"
        schema = repair_schema(node.get("schema", {"type": "string"}), f"{where}.schema", notes)
        if "$ref" not in node:
            node["schema"] = schema
            if node.get("in") == "path":
                node["required"] = True
        if node.get("required") is False:
            del node["required"]
        for name in ("description", "example", "examples"):
            if node.get(name) in ("", {}, []):
                del node[name]
        yield node


def _body(body: Node, place: str, notes: Notes) -> Node:
    """A request body; empty if there is nothing in it."""
    if "$ref" in body:
        return {"$ref": body["$ref"]}
    node = without_extensions(body)
    node["content"] = repair_content(node.get("content"), f"{place}.content", notes)
    if node.get("description") == "":
        del node["description"]
    return node if node["content"] else {}


def repair_components(section: str, found: Node, notes: Notes) -> Node:
    """The components of a section other than schemas and security schemes."""
    result: Node = {}
    for name, node in found.items():
        place = f"components.{section}.{name}"
        if not is_object(node):
            continue
        if section == "responses":
            result[name] = repair_answers({"200": node}, place, notes)["200"]
        elif section == "parameters":
            result[name] = next(_parameters([node], place, notes))
        elif section == "requestBodies":
            result[name] = _body(node, place, notes) or {"content": {}}
        else:
            result[name] = without_extensions(node)
    return result


def repair_security(security: object) -> list[Node] | None:
    """The security of an operation or document; None if nothing but Apidog's own keys is in it."""
    if not is_list(security):
        return None
    kept = [
        {key: value for key, value in item.items() if not key.startswith("x-")}
        for item in security
        if is_object(item)
    ]
    # An empty item allows calls without a key: only one that the page has itself may stay.
    result = [new for new, old in zip(kept, security, strict=False) if new or not old]
    return result if result or not security else None


def repair_scheme(name: str, scheme: object, notes: Notes) -> Node | None:
    """A security scheme with a type of OpenAPI; None if it has none."""
    place = f"components.securitySchemes.{name}"
    if not is_object(scheme):
        return None
    node = without_extensions(scheme)
    kind = str(node.get("type", ""))
    known = SCHEME_TYPES.get(kind.replace("_", "").replace("-", "").lower())
    if known is not None:
        node.update(known)
    elif kind not in ("http", "apiKey", "oauth2", "openIdConnect", "mutualTLS"):
        notes.add(place, f"The type {kind!r} does not exist.", "The scheme is left out.")
        return None
    if node["type"] == "apiKey" and not (node.get("name") and node.get("in")):
        notes.add(
            place, "It does not say which header holds the key.", "It is taken for X-Api-Key."
        )
        node.update(name=node.get("name") or "X-Api-Key")
        node["in"] = node.get("in") or "header"
    return node
