"""The extensions of Apidog and its Chinese edition, Apifox. Pure."""

from __future__ import annotations

import re

from ..document import Node

OURS = re.compile(r"x-(?:apidog|apifox)(?:-|$)|x-run-in-(?:apidog|apifox)$")


def is_of_apidog(key: str) -> bool:
    """Whether Apidog writes a key. Others that begin with `x-` are those of the author."""
    return OURS.match(key) is not None


def extension(node: Node, name: str) -> object:
    """The value of an extension under either name; None without it."""
    return node.get(f"x-apidog-{name}", node.get(f"x-apifox-{name}"))


def without_extensions(node: Node) -> Node:
    """A node without what Apidog wrote for itself; what is inside it is unchanged."""
    return {key: value for key, value in node.items() if not is_of_apidog(key)}
