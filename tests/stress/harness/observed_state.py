"""What a sandbox keeps after the writes: how often each took effect."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Self, TypeAlias

from gigstack_api._core.shapes import is_mapping

Resource: TypeAlias = Mapping[str, Any]
TEAM = "team_sandbox"


class Kept:
    """The resources of one team. `collections` are those of a state file: team, kind, and the
    resources by id.
    """

    def __init__(self, collections: Iterable[tuple[str, str, Mapping[str, Resource]]]) -> None:
        self._by_kind = {kind: resources for team, kind, resources in collections if team == TEAM}
        self._counts: dict[tuple[str, str], Counter[str]] = {}

    @classmethod
    def in_file(cls, state: Path) -> Self:
        """What a state file holds."""
        return cls(json.loads(state.read_bytes())["collections"])

    def all(self, kind: str) -> Collection[Resource]:
        """The resources of a kind."""
        return self._by_kind.get(kind, {}).values()

    def get(self, kind: str, resource_id: str) -> Resource | None:
        """The resource of that id."""
        return self._by_kind.get(kind, {}).get(resource_id)

    def having(self, kind: str, place: str, text: str) -> int:
        """How many resources have this text at a dotted place."""
        if (kind, place) not in self._counts:
            self._counts[kind, place] = Counter(_text(each, place) for each in self.all(kind))
        return self._counts[kind, place][text]


def _text(resource: Resource, place: str) -> str:
    found: Any = resource
    for name in place.split("."):
        found = found.get(name) if is_mapping(found) else None
    return str(found)
