"""Addresses of teams and users, as answers show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...resource import Resource
from ...texts import fold

MEXICO = frozenset({"mexico", "mex", "mx"})


def shown_address(resource: Resource) -> Resource:
    """The field `address` of a resource, if it has one.

    Mexico is shown as its code; the municipality is stored and not shown.
    """
    address: Mapping[str, Any] | None = resource.get("address")
    if address is None:
        return {}
    shown = {name: value for name, value in address.items() if name != "municipality"}
    if fold(str(shown.get("country"))) in MEXICO:
        shown["country"] = "MEX"
    return {"address": shown}
