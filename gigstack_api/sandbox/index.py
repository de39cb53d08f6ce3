"""Finds resources by the text of a field without a scan.

To visit 100,000 resources would take longer than an answer may.
"""

from __future__ import annotations

from collections.abc import Iterable

from .resource import Resource
from .texts import get_text

MAX_PLACES = 16
"""How many fields are indexed at a time.

Clients name them freely, and each makes every change slower.
"""


class Index:
    """The resources of a collection by their texts. Every change needs `update` or `remove`."""

    def __init__(self) -> None:
        self._places: dict[str, _Place] = {}

    def find(self, dotted: str, text: str, resources: Iterable[Resource]) -> list[Resource]:
        """The resources with this text at a dotted path, in any order.

        `resources` is the whole collection.
        """
        place = self._places.get(dotted)
        if place is None:
            if len(self._places) == MAX_PLACES:
                del self._places[next(iter(self._places))]
            place = self._places[dotted] = _Place(dotted)
            for resource in resources:
                place.add(resource)
        return list(place.owners.get(text, {}).values())

    def update(self, resource: Resource) -> None:
        """Indexes a resource as it is now."""
        for place in self._places.values():
            place.remove(resource)
            place.add(resource)

    def remove(self, resource: Resource) -> None:
        """Removes a resource."""
        for place in self._places.values():
            place.remove(resource)


class _Place:
    """The resources by their text at one dotted path."""

    def __init__(self, dotted: str) -> None:
        self.owners: dict[str, dict[str, Resource]] = {}
        self._dotted = dotted
        self._texts: dict[str, str] = {}

    def add(self, resource: Resource) -> None:
        text = get_text(resource, self._dotted)
        if text is not None:
            self._texts[resource["id"]] = text
            self.owners.setdefault(text, {})[resource["id"]] = resource

    def remove(self, resource: Resource) -> None:
        text = self._texts.pop(resource["id"], None)
        if text is not None:
            owners = self.owners[text]
            del owners[resource["id"]]
            if not owners:
                del self.owners[text]
