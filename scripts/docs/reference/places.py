"""Where the reference describes a name: its page and the id of its heading."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from attrs import frozen

from ...spec.model import Node, calls, load
from .source import Class, exports, module

SHARED = "shared"
"""The page of models that several resources use."""

CATALOGS = {
    name: re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
    for name in exports("catalogs")
    if name not in {"TAX_RATES", "TaxRate", "Person"}
}
"""The catalogues and the names of their pages."""


@cache
def spec() -> Node:
    """openapi.yaml, parsed once."""
    return load()


@frozen
class Place:
    """A heading of a page of the reference."""

    page: str
    anchor: str


@cache
def resources() -> tuple[str, ...]:
    """The resources, in the order of the spec."""
    tags = [tag["name"] for tag in spec()["tags"]]
    found = {call.tag for call in calls(spec())}
    return tuple(tag for tag in tags if tag in found)


@cache
def models() -> Mapping[str, Class]:
    """The models and enums of the API by name."""
    found = module("_generated.models").imported
    return {name: module(place).classes[name] for name, (place, _) in sorted(found.items())}


@cache
def model_groups() -> Mapping[str, str]:
    """The page of each model: the resource that uses it, or `shared`."""
    users: dict[str, set[str]] = {name: set() for name in models()}
    for resource in resources():
        api = module(f"_generated.api.{resource}")
        for name in _reached(_names(api.tree)):
            users[name].add(resource)
    return {name: next(iter(used)) if len(used) == 1 else SHARED for name, used in users.items()}


@cache
def places() -> Mapping[str, Place]:
    """The places of all models, enums and catalogues by name."""
    found = {
        name: Place(f"reference/models/{group}.md", name.lower())
        for name, group in model_groups().items()
    }
    found |= {
        name: Place(f"reference/catalogs/{slug}.md", "codes") for name, slug in CATALOGS.items()
    }
    return found


def _names(tree: ast.AST) -> Iterator[str]:
    """The names that annotations in a tree hold."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id.removesuffix("Dict")


def _reached(names: Iterable[str]) -> set[str]:
    """The models among some names, and those of their fields."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in models() and name not in found:
            found.add(name)
            for field in models()[name].fields:
                waiting += _names(field.type)
    return found
