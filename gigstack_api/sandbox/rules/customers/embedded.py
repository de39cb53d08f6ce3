"""Clients and services inside other documents: by id, by search, or created with the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from ...call import Call
from ...errors import not_found
from ...resource import Resource
from ..shared.rfc import check_rfc
from . import clients, services


def resolve_client(call: Call, fields: Mapping[str, Any]) -> Resource:
    """The client of a document. The rules are those of creating a client.

    Raises:
        Refusal: 404, there is no client with that id; 409, several match; 400, its fields are not
            accepted.
    """
    if "id" in fields:
        return clients.find(call, fields["id"])
    search = fields.get("search")
    if (
        search is not None
        and search.get("auto_create") is False
        and not clients.find_by_key(call, search["on_key"], search["on_value"])
    ):
        raise not_found("client")
    return clients.upsert(call, fields)[1]


def dry_run_client(call: Call, fields: Mapping[str, Any]) -> Resource:
    """A copy of what `resolve_client` would give; no client is created or changed.

    Documents are checked with it first, so that a refused one leaves nothing behind.

    Raises:
        Refusal: as `resolve_client`.
    """
    if "id" in fields:
        return deepcopy(clients.find(call, fields["id"]))
    own = {name: value for name, value in fields.items() if name != "search"}
    check_rfc(own.get("tax_id"))
    search = fields.get("search")
    client = None if search is None else clients.match(call, search)
    if search is None or client is None:
        if search is not None and search.get("auto_create") is False:
            raise not_found("client")
        return deepcopy(own)
    return clients.with_fields(client, own) if search.get("update") else deepcopy(client)


def resolve_items(call: Call, items: Sequence[Mapping[str, Any]]) -> list[Resource]:
    """The items of a document. The fields of an item override those of its service.

    Raises:
        Refusal: 404, there is no service with that id, or none matches and none may be created.
    """
    return [_item(call, item, services.resolve) for item in items]


def dry_run_items(call: Call, items: Sequence[Mapping[str, Any]]) -> list[Resource]:
    """The items that `resolve_items` would give; no service is created or changed.

    Raises:
        Refusal: as `resolve_items`.
    """
    fresh: dict[tuple[str, str], Resource] = {}

    def resolve_once(call: Call, search: Mapping[str, Any], fields: Mapping[str, Any]) -> Resource:
        """As an item finds the service that one before it made."""
        place = (search["on_key"], search["on_value"])
        if place not in fresh:
            fresh[place] = services.dry_run(call, search, fields)
        return fresh[place]

    return [_item(call, item, resolve_once) for item in items]


def _item(
    call: Call,
    item: Mapping[str, Any],
    searched: Callable[[Call, Mapping[str, Any], Mapping[str, Any]], Resource],
) -> Resource:
    own = {name: value for name, value in item.items() if name != "search" and value is not None}
    service: Mapping[str, Any] = {}
    if item.get("id") is not None:
        service = services.find(call, item["id"])
    elif item.get("search") is not None:
        service = searched(call, item["search"], own)
    inherited = {name: value for name, value in service.items() if name in services.ITEM_FIELDS}
    return deepcopy({"quantity": 1, **inherited, **own})
