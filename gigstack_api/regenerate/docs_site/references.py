"""References as Apidog writes them, and clean names for what they refer to. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from gigstack_api._core.schema.types import is_list, is_object

from ..document import DATA, Node, pointer
from .notes import Notes

CLEAN = re.compile(r"[A-Za-z0-9._-]+")
WORD = re.compile(r"[^\W_]+")
PREFIX = "#/components/"


def clean_names(document: Node, place: str, notes: Notes) -> Node:
    """A document whose components have names of letters, digits, `.`, `-` and `_`.

    References follow them. They are decoded, and may name a component in any spelling: encoded,
    folded over lines, with blanks.
    """
    given = document.get("components")
    components: Node = given if is_object(given) else {}
    names: dict[str, dict[str, str]] = {}
    for section, found in components.items():
        if is_object(found) and not section.startswith("x-"):
            names[section] = _names(found, f"{place} components.{section}", notes)
    renamed = {
        section: {names[section][name]: node for name, node in found.items()}
        if section in names
        else found
        for section, found in components.items()
    }
    for section, found in renamed.items():
        for name, node in found.items() if section == "schemas" and section in names else ():
            raw = next(old for old, new in names[section].items() if new == name)
            if raw != name and is_object(node):
                found[name] = {"x-docs-name": raw, **node}
    result = _with_references({**document, "components": renamed}, names, place, notes)
    return result if is_object(result) else {}


def clean_name(raw: str) -> str:
    """A name for a component: `Object Not Found(404)` is `ObjectNotFound404`."""
    name = raw.strip()
    if CLEAN.fullmatch(name):
        return name
    return "".join(word[:1].upper() + word[1:] for word in WORD.findall(name)) or "Unnamed"


def _names(found: Mapping[str, object], place: str, notes: Notes) -> dict[str, str]:
    """The clean name of each raw one. Of two that would share one, the second gets a number."""
    taken: dict[str, str] = {}
    exact = [raw for raw in found if CLEAN.fullmatch(raw)]
    for raw in [*exact, *(raw for raw in found if raw not in exact)]:
        name, number = clean_name(raw), 2
        while name in taken:
            name, number = f"{clean_name(raw)}{number}", number + 1
        if number > 2:
            problem = f"{raw!r} and {taken[clean_name(raw)]!r} would both be {clean_name(raw)!r}."
            notes.add(place, problem, f"The first is called {name!r}.")
        taken[name] = raw
    return {raw: name for name, raw in taken.items()}


def _with_references(
    node: object, names: Mapping[str, Mapping[str, str]], place: str, notes: Notes
) -> object:
    """A node with clean references; examples and other data are unchanged."""
    if is_list(node):
        return [_with_references(item, names, place, notes) for item in node]
    if not is_object(node):
        return node
    result: Node = {}
    for key, value in node.items():
        if key == "$ref" and isinstance(value, str):
            result[key] = _reference(value, names, place, notes)
        elif key in DATA and not _names_fields(node):
            result[key] = value
        else:
            result[key] = _with_references(value, names, place, notes)
    return result


def _names_fields(node: Node) -> bool:
    """Whether a node is the `properties` of a schema, where `example` is the name of a field."""
    return bool(node) and all(is_object(value) for value in node.values()) and "type" not in node


def _reference(ref: str, names: Mapping[str, Mapping[str, str]], place: str, notes: Notes) -> str:
    """A reference in its plain form."""
    decoded = unquote(ref.strip())
    if not decoded.startswith(PREFIX):
        if decoded.startswith("#"):
            notes.add(place, f"$ref {decoded!r} is not to a component.", "Check the page.")
        return decoded
    section, _, rest = decoded.removeprefix(PREFIX).partition("/")
    known = names.get(section, {})
    # A name may hold a slash; what follows a name leads into the component.
    plain = rest.replace("~1", "/").replace("~0", "~")
    squeezed = {re.sub(r"\s", "", raw): raw for raw in known}
    raw = plain if plain in known else squeezed.get(re.sub(r"\s", "", plain))
    if raw is not None:
        return pointer("components", section, known[raw])
    name, *inner = rest.split("/")
    return pointer("components", section, known.get(name, clean_name(name)), *inner)
