"""Clients and services named inside other documents: by id, by search, or made on the fly. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from ...call import Call
from ...errors import not_found
from ...resource import Resource
from ..shared.rfc import check_rfc
from . import clients, services


def client_of(call: Call, fields: Mapping[str, Any]) -> Resource:
    """The client of a document; the rules are those of creating a client.

    Raises:
        Refusal: 404, there is none of that id; 409, several match; 400, its fields are not
            accepted.
    """
    if "id" in fields:
        return clients.found(call, fields["id"])
    search = fields.get("search")
    if (
        search is not None
        and search.get("auto_create") is False
        and not clients.by_key(call, search["on_key"], search["on_value"])
    ):
        raise not_found("client")
    return clients.upserted(call, fields)[1]


def foreseen_client(call: Call, fields: Mapping[str, Any]) -> Resource:
    """What `client_of` would give, as a copy: to check a document before a client is made or
    changed for it.

    Raises:
        Refusal: as `client_of`.
    """
    if "id" in fields:
        return deepcopy(clients.found(call, fields["id"]))
    own = {name: value for name, value in fields.items() if name != "search"}
    check_rfc(own.get("tax_id"))
    search = fields.get("search")
    client = None if search is None else clients.matched(call, search)
    if search is None or client is None:
        if search is not None and search.get("auto_create") is False:
            raise not_found("client")
        return deepcopy(own)
    return clients.merged(deepcopy(client), own) if search.get("update") else deepcopy(client)


def items_of(call: Call, items: Sequence[Mapping[str, Any]]) -> list[Resource]:
    """The items of a document: what a service of the catalogue says, overridden by what the item
    says.

    Raises:
        Refusal: 404, there is no service of that id, or none matches and none may be made.
    """
    return [_item(call, item, services.matched) for item in items]


def foreseen_items(call: Call, items: Sequence[Mapping[str, Any]]) -> list[Resource]:
    """What `items_of` would give: to check a document before a service is made for it.

    Raises:
        Refusal: as `items_of`.
    """
    fresh: dict[tuple[str, str], Resource] = {}

    def foreseen(call: Call, search: Mapping[str, Any], fields: Mapping[str, Any]) -> Resource:
        """As an item finds the service that one before it made."""
        place = (search["on_key"], search["on_value"])
        if place not in fresh:
            fresh[place] = services.foreseen(call, search, fields)
        return fresh[place]

    return [_item(call, item, foreseen) for item in items]


def _item(
    call: Call,
    item: Mapping[str, Any],
    searched: Callable[[Call, Mapping[str, Any], Mapping[str, Any]], Resource],
) -> Resource:
    own = {name: value for name, value in item.items() if name != "search" and value is not None}
    service: Mapping[str, Any] = {}
    if item.get("id") is not None:
        service = services.found(call, item["id"])
    elif item.get("search") is not None:
        service = searched(call, item["search"], own)
    inherited = {name: value for name, value in service.items() if name in services.ITEM_FIELDS}
    return deepcopy({"quantity": 1, **inherited, **own})
