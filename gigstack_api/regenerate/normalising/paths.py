"""Paths: what a URL has before its query, and the parameters that stand in it.

Some specs add a query or a fragment to tell operations with one path apart. A fragment is never
sent. A fixed query (`?beta=true`) is kept, and sent; a parameter in a query becomes one.
"""

from __future__ import annotations

import re

from gigstack_api._core.schema.types import is_object

from ..document import METHODS, Node, call_path
from .work import Work

PART = re.compile(r"\{([^{}/]*)\}")


def settle_paths(work: Work) -> None:
    """Writes each path in one form, and refuses those that cannot be written."""
    paths: Node = work.document.get("paths", {})
    found: Node = {}
    for path, item in paths.items():
        wanted = _settled(work, path, item)
        while wanted in found:
            wanted += "-" if "#" in wanted else "#"
        found[wanted] = item
    work.document["paths"] = found
    if told := [path for path in found if "#" in path]:
        some = told[0] if len(told) == 1 else f"{len(told)} paths, {told[0]!r} among them,"
        work.note("paths", f"what follows # in {some} is not sent.")


def _settled(work: Work, path: str, item: Node) -> str:
    place = f"paths.{path}"
    wanted = path.strip()
    if not wanted.startswith("/"):
        if "://" in wanted:
            work.refuse(place, "a path begins with a slash.", "Write the host among the servers.")
            return path
        wanted = f"/{wanted}"
    if wanted != path:
        work.note(place, f"it is read as {wanted!r}.")
    if re.search(r"\s", wanted):
        work.refuse(place, "a path holds no spaces.", "Write %20.")
    before, mark, fragment = wanted.partition("#")
    wanted = _without_parameters(item, before) + mark + re.sub(r"[{}]", "", fragment)
    sent, _ = call_path(wanted)
    names = PART.findall(sent)
    if re.search(r"[{}]", PART.sub("", wanted)) or "" in names:
        work.refuse(place, "the braces of this path do not match.", "Write {name}.")
    if len(set(names)) < len(names):
        work.refuse(place, "a part of this path stands twice.", "Give it two names.")
    return wanted


def _without_parameters(item: Node, path: str) -> str:
    """A path whose query holds no parameters: they become parameters of its operations."""
    before, _, query = path.partition("?")
    pairs = [pair for pair in re.split(r"[&;]|(?<=\})(?=\{)", query) if pair]
    fixed: list[str] = []
    for pair in pairs:
        if names := PART.findall(pair):
            wire = re.sub(r"^[?&]", "", pair.partition("=")[0])
            for name in names:
                _move_to_query(item, name, name if "{" in wire else wire)
        else:
            fixed.append(pair)
    return "?".join([before, "&".join(fixed)]) if fixed else before


def _move_to_query(item: Node, name: str, wire: str) -> None:
    """Makes a parameter of the path one of the query, if it is declared as the former."""
    holders = [item, *(item[method] for method in METHODS if is_object(item.get(method)))]
    for holder in holders:
        for parameter in holder.get("parameters", ()):
            if parameter.get("in") == "path" and parameter.get("name") == name:
                parameter.update({"in": "query", "name": wire})
