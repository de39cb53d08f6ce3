"""Names of the last sync for what the documentation pages now say. Pure.

Pages have no operationIds, folders of a menu instead of tags, and names of schemas that a person
may change. The overlay and the code rely on the names that upstream has.
"""

from __future__ import annotations

import copy

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.docs_site.repairs import snake
from gigstack_api.regenerate.document import SCHEMAS, Node, calls, component_of, schemas, walk


def carried(document: Node, previous: Node) -> Node:
    """A document of pages with the operationIds, tags and schema names of the last sync.

    An operation is the same by method and path, else by the address of its page. New tags become
    Python names.
    """
    result: Node = copy.deepcopy(document)
    by_place = {call.place: call.operation for call in calls(previous)}
    by_page = {_page(call.operation): call.operation for call in calls(previous)}
    for call in calls(result):
        node = call.operation
        known = by_place.get(call.place) or by_page.get(_page(node) or "-")
        if known is not None:
            node.update({key: known[key] for key in ("operationId", "tags") if key in known})
        elif is_list(node.get("tags")):
            node["tags"] = [snake(str(tag)) for tag in node["tags"]]
    _carry_tags(result, previous)
    return _with_names(result, _schema_names(result, previous))


def _page(operation: Node) -> str:
    docs = operation.get("externalDocs")
    return str(docs.get("url", "")) if is_object(docs) else ""


def _carry_tags(document: Node, previous: Node) -> None:
    """Declares the tags that are used, with their descriptions, in the order that they had."""
    used = {tag for call in calls(document) for tag in call.operation.get("tags", ())}
    declared = [tag for tag in previous.get("tags", ()) if tag["name"] in used]
    known = {tag["name"] for tag in declared}
    document["tags"] = [*declared, *({"name": tag} for tag in sorted(used - known))]


def _schema_names(document: Node, previous: Node) -> dict[str, str]:
    """The names that schemas had, by those on the pages."""
    theirs = {
        str(schema["x-docs-name"]): name
        for name, schema in schemas(previous).items()
        if "x-docs-name" in schema
    }
    now = schemas(document)
    return {
        name: theirs[raw]
        for name, schema in now.items()
        if (raw := str(schema.get("x-docs-name", name))) in theirs
        and (theirs[raw] == name or theirs[raw] not in now)
    }


def _with_names(document: Node, names: dict[str, str]) -> Node:
    """A document with other names of schemas; each says what the pages call it."""
    for _, node in walk(document):
        name = component_of(node.get("$ref"))
        if name in names:
            node["$ref"] = f"{SCHEMAS}{names[name]}"
    found = schemas(document)
    if found:
        document["components"]["schemas"] = {
            names.get(name, name): {**schema, "x-docs-name": schema.get("x-docs-name", name)}
            if name in names
            else schema
            for name, schema in found.items()
        }
    return document
