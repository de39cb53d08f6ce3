"""The objects of generated packages by the names that users write. Pure."""

from __future__ import annotations

import re

import griffe

ROUTE_NAME = re.compile(r"name\s*=\s*['\"]([\w.]+)['\"]")


def name_of(item: griffe.Object | griffe.Alias) -> str:
    """A name as users write it."""
    parts = item.path.split(".")
    if parts[:3] == ["_generated", "api", "Resources"]:
        return ".".join(["gig", *parts[3:]])
    if parts[0] == "_generated" and parts[1:2] == ["api"]:
        method = ".".join(parts[4:])
        return ".".join(filter(None, ["gig", parts[2] if len(parts) > 2 else "", method]))
    if parts[0] == "_generated":
        below_module = parts[3:] if parts[1] == "models" else parts[2:]
        return ".".join(below_module) or item.path
    if parts[-1] == "build" and isinstance(item, griffe.Function):
        route = item.module.members.get("ROUTE")
        known = ROUTE_NAME.search(str(getattr(route, "value", "")))
        return f"gig.{known[1]}" if known else item.path
    return item.path


def is_hidden(name: str) -> bool:
    """Whether a name is not for users: a private one, or one of an operation but its `build`."""
    plain = name.partition("(")[0]
    return (
        plain.rpartition(".")[2].startswith("_")
        or ".__" in plain
        or plain.startswith("_generated.")
        or (plain.startswith("operations.") and plain.count(".") > 2)
    )
