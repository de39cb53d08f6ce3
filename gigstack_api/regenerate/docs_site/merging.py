"""The documents of all pages as one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from gigstack_api._core.schema.types import is_list, is_object

from ..document import METHODS, SCHEMAS, Node, keys_of, walk
from .extensions import without_extensions
from .index import Entry, Kind, key_of
from .notes import Notes
from .references import clean_names
from .repairs import (
    repair_components,
    repair_operation,
    repair_scheme,
    repair_security,
)
from .schema_repairs import repair_schema

MOST_SHOWN = 3
"""How many places of a difference between two pages are named."""


@frozen
class Page:
    """A page that was read: its entry, its document, and a text that orders pages by age."""

    entry: Entry
    document: Node
    changed: str = ""


@define
class _Merge:
    """The parts that are joined so far."""

    notes: Notes
    paths: dict[str, Node] = field(factory=dict[str, Node])
    schemas: dict[str, tuple[object, Page]] = field(factory=dict[str, tuple[object, Page]])
    others: dict[str, Node] = field(factory=dict[str, Node])
    schemes: dict[str, Node] = field(factory=dict[str, Node])
    servers: dict[str, Node] = field(factory=dict[str, Node])
    defaults: dict[str, object] = field(factory=dict[str, object])
    tags: dict[str, None] = field(factory=dict[str, None])
    ids: dict[str, str] = field(factory=dict[str, str])


def merge(name: str, pages: Iterable[Page], notes: Notes) -> Node:
    """The document of a site. Of a schema that differs between pages, its own page decides."""
    merge = _Merge(notes)
    for page in pages:
        clean = Page(
            page.entry,
            clean_names(page.document, page.entry.slug, notes),
            page.changed,
        )
        _add_schemas(merge, clean)
        _add_components(merge, clean)
        _add_defaults(merge, clean)
        if page.entry.kind is Kind.ENDPOINT:
            _add_operations(merge, clean)
    schemas = {key: merge.schemas[key][0] for key in sorted(merge.schemas)}
    components: Node = {"schemas": schemas, "securitySchemes": merge.schemes, **merge.others}
    document: Node = {
        "openapi": "3.1.0",
        "info": {"title": name or "API", "version": "1.0.0"},
        "servers": list(merge.servers.values()),
        "security": merge.defaults.get("security"),
        "tags": [{"name": tag} for tag in merge.tags],
        "paths": {path: merge.paths[path] for path in sorted(merge.paths)},
        "components": {section: found for section, found in components.items() if found},
    }
    _add_missing(document, notes)
    return {key: value for key, value in document.items() if value not in ([], {}, None)} | {
        "paths": document["paths"]
    }


def _add_schemas(merge: _Merge, page: Page) -> None:
    components = page.document.get("components", {})
    schemas = components.get("schemas", {})
    for name, schema in schemas.items() if is_object(schemas) else ():
        place = f"components.schemas.{name}"
        if not is_object(schema):
            merge.notes.add(place, "This is not a schema.", "Anything is taken for it.")
        found: object = schema if is_object(schema) else {}
        fixed = repair_schema(found, place, merge.notes)
        if name not in merge.schemas:
            merge.schemas[name] = (fixed, page)
            continue
        old, other = merge.schemas[name]
        differences = list(differing(old, fixed, ""))
        if not differences:
            continue
        taken = max((other, page), key=lambda found: _weight(found, name))
        places = ", ".join(place or "all of it" for place in differences[:MOST_SHOWN])
        merge.notes.add(
            place,
            f"It differs between {other.entry.slug} and {page.entry.slug}: {places}.",
            f"That of {taken.entry.slug} is taken.",
        )
        if taken is page:
            merge.schemas[name] = (fixed, page)


def _weight(page: Page, name: str) -> tuple[bool, str]:
    """How far a page is to be believed about a schema: its own page most, then the newest."""
    return page.entry.kind is Kind.SCHEMA and page.entry.title == name, page.changed


def differing(old: object, new: object, place: str) -> Iterator[str]:
    """The places where two schemas differ; the author's extensions do not count."""
    if is_object(old) and is_object(new):
        for key in [*old, *(key for key in new if key not in old)]:
            if not key.startswith("x-"):
                inner = f"{place}.{key}" if place else key
                yield from differing(old.get(key), new.get(key), inner)
    elif old != new:
        yield place


def _add_components(merge: _Merge, page: Page) -> None:
    """Adds what is neither a schema nor a security scheme, and the security schemes."""
    components = page.document.get("components", {})
    for section, found in components.items():
        if section == "schemas" or section.startswith("x-") or not is_object(found):
            continue
        if section != "securitySchemes":
            fixed = repair_components(section, found, merge.notes)
            merge.others[section] = fixed | merge.others.get(section, {})
            continue
        for name, scheme in found.items():
            known = repair_scheme(name, scheme, merge.notes)
            if known is not None:
                merge.schemes.setdefault(name, known)


def _add_defaults(merge: _Merge, page: Page) -> None:
    """Adds the servers and the security of a page. They are those of the project on every page."""
    servers = page.document.get("servers")
    for server in servers if is_list(servers) else []:
        if is_object(server) and isinstance(server.get("url"), str):
            merge.servers.setdefault(server["url"].rstrip("/"), without_extensions(server))
    if "security" in page.document:
        merge.defaults.setdefault("security", repair_security(page.document["security"]))


def _add_operations(merge: _Merge, page: Page) -> None:
    for path, item in page.document["paths"].items():
        for method, operation in item.items() if is_object(item) else ():
            if method not in METHODS or not is_object(operation):
                continue
            place = f"paths.{path}.{method}"
            if method in merge.paths.get(path, {}):
                other = key_of(merge.paths[path][method])
                problem = f"The pages {other} and {page.entry.key} both describe it."
                merge.notes.add(place, problem, "The first in the index is taken.")
                continue
            node = repair_operation(operation, page.entry, path, method, merge.notes)
            _keep_own_security(merge, page, node)
            node["operationId"] = _free_id(merge, node["operationId"], place)
            merge.paths.setdefault(path, {})[method] = node
            merge.tags.setdefault(node["tags"][0])


def _keep_own_security(merge: _Merge, page: Page, node: Node) -> None:
    """Writes out the default of a page where it is not that of the document."""
    if "security" not in node and "security" in page.document:
        own = repair_security(page.document["security"])
        if own != merge.defaults.get("security") and own is not None:
            node["security"] = own


def _free_id(merge: _Merge, wanted: str, place: str) -> str:
    found, number = wanted, 2
    while found in merge.ids:
        found, number = f"{wanted}_{number}", number + 1
    if found != wanted:
        problem = f"{merge.ids[wanted]} has the operationId {wanted!r} too."
        merge.notes.add(place, problem, f"This one is called {found!r}.")
    merge.ids[found] = place
    return found


def _add_missing(document: Node, notes: Notes) -> None:
    """Adds a schema that takes anything where no page holds the one referred to."""
    schemas = document["components"].setdefault("schemas", {})
    for place, node in list(walk(document)):
        ref = node.get("$ref")
        if isinstance(ref, str) and ref.startswith(SCHEMAS):
            name = keys_of(ref)[2]
            if name not in schemas:
                schemas[name] = {}
                problem = f"No page holds the schema {name!r}."
                notes.add(place, problem, "Anything is taken for it; add it in the overlay.")
    if not schemas:
        del document["components"]["schemas"]
