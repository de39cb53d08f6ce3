"""The folder `spec/upstream`: what the vendor publishes, as one document in several files.

`api.yaml` holds what belongs to no resource, one file per tag the operations of that tag with the
schemas that only they use, and `shared.yaml` the other schemas. Only a sync writes these files.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from gigstack_api._core.schema.types import is_object
from gigstack_api.regenerate.document import Node, component_of, schemas, walk
from gigstack_api.regenerate.findings import refuse

from .dumping import dumped
from .model import load

FOLDER = Path(__file__).resolve().parents[2] / "spec" / "upstream"
HEAD = "# What the vendor publishes, as it was last collected. Never edited: see CONTRIBUTING.md.\n"


def read_upstream(folder: Path = FOLDER) -> Node:
    """The document of a folder: its files joined, its schemas in the order of the alphabet.

    Raises:
        SystemExit: two files say something about the same place.
    """
    document: Node = {}
    for path in _files(folder):
        _join(document, load(path), path.name)
    components = document.get("components", {})
    if "schemas" in components:
        components["schemas"] = dict(sorted(components["schemas"].items()))
    return document


def write_upstream(document: Node, folder: Path = FOLDER) -> None:
    """Replaces the files of a folder by those of a document, all at once.

    Raises:
        UnusableSpec: something of the document would be lost. The folder is unchanged.
        OSError: it cannot be written. The folder is unchanged.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".upstream-") as name:
        new, old = Path(name) / "new", Path(name) / "old"
        new.mkdir()
        for file_name, content in split(document):
            (new / file_name).write_text(HEAD + dumped(content), encoding="utf-8")
        if read_upstream(new) != document:
            raise refuse("spec/upstream", "It would not hold all of the document.", "Report it.")
        if folder.exists():
            folder.replace(old)
        new.replace(folder)


def split(document: Node) -> Iterator[tuple[str, Node]]:
    """The files of a document by name, in the order in which they are joined."""
    users, files = _users(document), _file_names(_tags(document))
    ordered = dict(sorted(schemas(document).items()))
    left = set(ordered)
    rest = {key: value for key, value in document.items() if key not in {"paths", "components"}}
    components = document.get("components", {})
    parts = {key: value for key, value in components.items() if key != "schemas"}
    yield "api.yaml", {**rest, **({"components": parts} if parts else {})}
    for tag in _tags(document):
        paths: Node = {}
        for path, item in document["paths"].items():
            if own := {key: node for key, node in item.items() if _tag(node) == tag}:
                paths[path] = own
        found = {name: schema for name, schema in ordered.items() if users.get(name) == {tag}}
        left -= found.keys()
        yield (
            files[tag],
            {"paths": paths, **({"components": {"schemas": found}} if found else {})},
        )
    shared = {name: schema for name, schema in ordered.items() if name in left}
    if shared:
        yield "shared.yaml", {"components": {"schemas": shared}}


def _files(folder: Path) -> list[Path]:
    """The files of a folder: `api.yaml`, those of its tags in their order, then the others."""
    first = folder / "api.yaml"
    tags = [str(tag["name"]) for tag in load(first).get("tags", ())]
    paths = [folder / name for name in _file_names(tags).values()]
    named = [first, *(path for path in paths if path.exists())]
    return [*named, *sorted(set(folder.glob("*.yaml")) - set(named))]


def _join(target: Node, part: Node, name: str, place: tuple[str, ...] = ()) -> None:
    for key, value in part.items():
        here = (*place, str(key))
        if key not in target:
            target[key] = value
        elif is_object(target[key]) and is_object(value) and len(here) < 3:
            _join(target[key], value, name, here)
        else:
            where = ".".join(here)
            raise SystemExit(f"{name}: {where}: stands in another file too; keep one of the two")


def _file_names(tags: Sequence[str]) -> dict[str, str]:
    """The file of each tag. `untagged` has operations without one, and parts of whole paths."""
    names: dict[str, str] = {}
    for tag in tags:
        plain = re.sub(r"\W+", "_", tag).strip("_") or "untagged"
        while f"{plain}.yaml" in {"api.yaml", "shared.yaml", *names.values()}:
            plain += "_"
        names[tag] = f"{plain}.yaml"
    return names


def _tags(document: Node) -> list[str]:
    declared = [str(tag["name"]) for tag in document.get("tags", ())]
    used = [_tag(node) for item in document["paths"].values() for node in item.values()]
    return list(dict.fromkeys([*declared, *used]))


def _tag(node: Any) -> str:
    tags = node.get("tags") if is_object(node) else None
    return str(tags[0]) if tags else ""


def _users(document: Node) -> dict[str, set[str]]:
    """The tags whose operations use each schema, directly or not; `` stands for other users."""
    users: dict[str, set[str]] = {name: set() for name in schemas(document)}
    components = document.get("components", {})
    parts = {key: value for key, value in components.items() if key != "schemas"}
    for key, node in (("", parts), ("", document.get("webhooks", {}))):
        _mark(document, users, key, node)
    for item in document["paths"].values():
        for node in item.values():
            _mark(document, users, _tag(node), node)
    return users


def _mark(document: Node, users: dict[str, set[str]], user: str, root: object) -> None:
    waiting = [root]
    while waiting:
        for _, node in walk(waiting.pop()):
            name = component_of(node.get("$ref"))
            if name in users and user not in users[name]:
                users[name].add(user)
                waiting.append(schemas(document)[name])
