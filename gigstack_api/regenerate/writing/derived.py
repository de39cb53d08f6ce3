"""Facts that follow from a spec and that the templates need, written into a copy of it. Pure.

The generator shows a template one schema at a time, without what refers to it and without the
strings it refers to.
"""

from __future__ import annotations

import copy
import re
from contextlib import suppress

from gigstack_api import catalogs
from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.document import (
    SCHEMAS,
    Call,
    Node,
    calls,
    resolve,
    schemas,
    target,
    walk,
)

UNCONFIRMED = "Not confirmed by the API's documentation."
"""What docstrings say of what is in no documentation: the evidence is in the spec."""
FIELD = re.compile(r"\.properties\.[^.]+$|\.schema$")
"""Places of fields and of parameters, whose schema holds their description."""


def with_derived_facts(document: Node) -> Node:
    """A copy of a spec with what the templates need, and without the answers that stand for errors.

    Descriptions of what nothing documents say so: the fields and parameters whose `x-note` begins
    with `Unverified:`, and the operations whose evidence is `inferred`.

    `x-input` on an object component: `only` if it is only sent, `also` if it is also received.
    `x-catalog-class` on a schema that refers to a SAT code: the enum of that catalogue.
    `catalogs` in the facts of an operation: these enums for its query parameters.
    """
    derived = copy.deepcopy(document)
    components = schemas(derived)
    sent, received = _sent_and_received(derived)
    for name, schema in components.items():
        if name in sent and schema.get("properties") and "x-role" not in schema:
            schema["x-input"] = "also" if name in received else "only"
        for field in schema.get("properties", {}).values():
            if found := _catalog_class(field, components):
                field["x-catalog-class"] = found
    _mark_unconfirmed(derived)
    for call in calls(derived):
        _add_catalogs_of_parameters(call.operation, derived)
        _drop_refusals(call.operation)
    return derived


def _add_catalogs_of_parameters(operation: Node, document: Node) -> None:
    """Names the catalogues of query parameters in the facts of an operation."""
    components = schemas(document)
    found: dict[str, str] = {}
    for parameter in operation.get("parameters", ()):
        resolved = resolve(document, parameter, "parameters")
        catalog = _catalog_class(resolved.get("schema", {}), components)
        if resolved.get("in") == "query" and catalog:
            found[resolved["name"]] = catalog
    if found and "x-gigstack" in operation:
        operation["x-gigstack"]["catalogs"] = found


def _mark_unconfirmed(document: Node) -> None:
    """Adds the sentence about what is not confirmed to descriptions."""
    guessed = [call.operation for call in calls(document) if _evidence(call) == "inferred"]
    guessed += (
        node
        for place, node in walk(document)
        if FIELD.search(place) and str(node.get("x-note", "")).startswith("Unverified:")
    )
    for node in guessed:
        node["description"] = f"{node.get('description') or ''} {UNCONFIRMED}".lstrip()


def _evidence(call: Call) -> object:
    facts: Node = call.operation.get("x-gigstack") or {}
    return facts.get("evidence")


def _drop_refusals(operation: Node) -> None:
    """Takes the answers away that no template reads: the core knows what a refusal is."""
    answers: Node = operation.get("responses", {})
    if any(str(status).startswith("2") for status in answers):
        for status in [status for status in answers if not str(status).startswith("2")]:
            del answers[status]


def _sent_and_received(document: Node) -> tuple[set[str], set[str]]:
    """The components reachable from what requests send, and from anything else."""
    sent: set[str] = set()
    received: set[str] = set()
    for call in calls(document):
        _collect(call.operation.get("requestBody"), document, sent)
        _collect(call.operation.get("parameters"), document, sent)
        _collect(call.operation.get("responses"), document, received)
    _collect(document.get("webhooks"), document, received)
    return sent, received


def _collect(node: object, document: Node, found: set[str]) -> None:
    """Adds the components that a node refers to, directly or not."""
    if is_list(node):
        for item in node:
            _collect(item, document, found)
    elif is_object(node):
        ref = node.get("$ref")
        if isinstance(ref, str) and ref.startswith("#/") and ref not in found:
            found.update((ref, ref.removeprefix(SCHEMAS)))
            with suppress(LookupError):  # of an extension, or one that the generator reports
                _collect(target(document, ref), document, found)
        for key, item in node.items():
            if key not in ("example", "examples"):
                _collect(item, document, found)


def _catalog_class(schema: Node, components: Node) -> str | None:
    """The enum of the catalogue that a schema, or its items, refers to."""
    for choice in [schema, schema.get("items", {}), *schema.get("anyOf", ())]:
        name = str(choice.get("$ref", "")).removeprefix(SCHEMAS)
        catalog = components.get(name, choice).get("x-catalog", "")
        found = "".join(word.capitalize() for word in catalog.split("_"))
        if found in catalogs.__all__:
            return f"{catalog}:{found}"
    return None
