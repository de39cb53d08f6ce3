"""Finds resources by a text at a dotted place without looking at each: to visit 100,000 takes
longer than an answer may. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable

from .resource import Resource
from .texts import get_text

MAX_PLACES = 16
"""How many places are known at a time: clients name them as they like, and each makes a change
dearer.
"""


class Index:
    """The resources of a collection by their texts. Who makes, changes or deletes one says so with
    `update` or `remove`.
    """

    def __init__(self) -> None:
        self._places: dict[str, _Place] = {}

    def find(self, dotted: str, text: str, resources: Iterable[Resource]) -> list[Resource]:
        """Those that have a text at a dotted place, in any order. `resources` is the whole
        collection.
        """
        place = self._places.get(dotted)
        if place is None:
            if len(self._places) == MAX_PLACES:
                del self._places[next(iter(self._places))]
            place = self._places[dotted] = _Place(dotted)
            for each in resources:
                place.add(each)
        return list(place.owners.get(text, {}).values())

    def update(self, resource: Resource) -> None:
        """Notes the texts of a resource as it is now."""
        for place in self._places.values():
            place.remove(resource)
            place.add(resource)

    def remove(self, resource: Resource) -> None:
        """Forgets a resource."""
        for place in self._places.values():
            place.remove(resource)


class _Place:
    """Who has which text at one dotted place."""

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
