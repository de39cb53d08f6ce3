"""Reads from the state of a sandbox how often each write took effect."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Self, TypeAlias

from gigstack_api._core.schema.types import is_mapping

Resource: TypeAlias = Mapping[str, Any]
TEAM = "team_sandbox"


class ObservedState:
    """The resources of one team.

    Args:
        collections: The collections of a state file: team, kind, and the resources by id.
    """

    def __init__(self, collections: Iterable[tuple[str, str, Mapping[str, Resource]]]) -> None:
        self._by_kind = {kind: resources for team, kind, resources in collections if team == TEAM}
        self._counts: dict[tuple[str, str], Counter[str]] = {}

    @classmethod
    def from_file(cls, path: Path) -> Self:
        """The contents of a state file."""
        return cls(json.loads(path.read_bytes())["collections"])

    def all(self, kind: str) -> Collection[Resource]:
        """The resources of a kind."""
        return self._by_kind.get(kind, {}).values()

    def get(self, kind: str, resource_id: str) -> Resource | None:
        """The resource with that id, or None."""
        return self._by_kind.get(kind, {}).get(resource_id)

    def count_with(self, kind: str, path: str, text: str) -> int:
        """The number of resources that have this text at a dotted path."""
        if (kind, path) not in self._counts:
            self._counts[kind, path] = Counter(
                _text_at(resource, path) for resource in self.all(kind)
            )
        return self._counts[kind, path][text]


def _text_at(resource: Resource, path: str) -> str:
    found: Any = resource
    for name in path.split("."):
        found = found.get(name) if is_mapping(found) else None
    return str(found)
