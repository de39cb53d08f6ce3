"""Services.

Chosen, where no source says: the search of an item creates the service if none matches, unless
`auto_create` is false; several matches are refused, as with clients; the quantity of an item is not
stored in its service.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ...call import Answer, Call, Handler
from ...errors import api_error, not_found, require
from ...resource import Resource
from ...texts import get_text
from ..shared.lists import list_page

ITEM_FIELDS = (
    "id",
    "description",
    "sku",
    "product_key",
    "unit_key",
    "unit_name",
    "unit_price",
    "taxes",
    "taxability",
    "quantity",
)
"""The fields that an item takes from its service."""

TEXT_FIELDS = ("description", "sku", "product_key", "unit_key", "unit_name", "taxability")
REQUIRED = ("description", "unit_price")
"""The fields that a service needs, created by itself or for an item."""


def list_services(call: Call) -> Answer:
    page = list_page(call, call.collection("services").values(), "Services retrieved successfully")
    return Answer(200, {**page, "data": [shown(service) for service in page["data"]]})


def get_service(call: Call) -> Answer:
    return Answer.of("Service retrieved successfully", shown(find(call)))


def create_service(call: Call) -> Answer:
    return Answer.of("Service created successfully", shown(create(call, call.body)), status=201)


def update_service(call: Call) -> Answer:
    return Answer.of("Service updated successfully", shown(update(call, find(call), call.body)))


def delete_service(call: Call) -> Answer:
    service = call.collection("services").pop(find(call)["id"])
    call.emit("service.deleted", shown(service))
    return Answer.of("Service deleted successfully", {})


def shown(service: Resource) -> Resource:
    """A service as answers show it, without the quantity of its items, which no source shows."""
    return {name: value for name, value in service.items() if name != "quantity"}


def find(call: Call, service_id: str | None = None) -> Resource:
    """The service with this id, by default the one in the path.

    Raises:
        Refusal: 404, the team has no such service.
    """
    wanted = call.path["id"] if service_id is None else service_id
    return require(call.collection("services").get(wanted), "service")


def resolve(call: Call, search: Mapping[str, Any], fields: Mapping[str, Any]) -> Resource:
    """The service that the search of an item finds, or a new one.

    The one found is updated with the item's fields if the search says `update`.

    Raises:
        Refusal: 404, none matches and none may be created; 409, several match; 400, a new one lacks
            a field.
    """
    service = match(call, search)
    if service is None:
        return create(call, new_fields(search, fields))
    return update(call, service, _catalogued(fields)) if search.get("update") else service


def dry_run(call: Call, search: Mapping[str, Any], fields: Mapping[str, Any]) -> Resource:
    """The service that `resolve` would give, a new one without its id; nothing is created or
    changed.

    Raises:
        Refusal: as `resolve`.
    """
    return match(call, search) or new_fields(search, fields)


def match(call: Call, search: Mapping[str, Any]) -> Resource | None:
    """The service that the search of an item finds; None if none matches and one may be created.

    Raises:
        Refusal: 404, none matches and none may be created; 409, several match.
    """
    matching = [
        service
        for service in call.collection("services").values()
        if get_text(service, search["on_key"]) == search["on_value"]
    ]
    if len(matching) > 1:
        text = f'Multiple services found matching {search["on_key"]}="{search["on_value"]}"'
        raise api_error(409, "resource_conflict", text, [service["id"] for service in matching])
    if matching:
        return matching[0]
    if search.get("auto_create") is False:
        raise not_found("service")
    return None


def new_fields(search: Mapping[str, Any], fields: Mapping[str, Any]) -> Resource:
    """The fields of the service that a search without a match creates.

    Raises:
        Refusal: 400, a required field is missing.
    """
    key = {search["on_key"]: search["on_value"]} if search["on_key"] in TEXT_FIELDS else {}
    new = {**key, **_catalogued(fields)}
    if missing := [name for name in REQUIRED if name not in new]:
        text = (
            "No service matches the search of an item, and a new one lacks fields; "
            "send them, or create the service first"
        )
        raise api_error(400, "missing_required_field", text, missing)
    return new


def create(call: Call, fields: Mapping[str, Any]) -> Resource:
    """Creates a service with these fields."""
    service: Resource = {
        **deepcopy(dict(fields)),
        "id": call.state.new_id("service"),
        "team": call.team,
        "created_at": call.state.now_s(),
        "from": "api",
    }
    call.collection("services")[service["id"]] = service
    call.emit("service.created", shown(service))
    return service


def update(call: Call, service: Resource, fields: Mapping[str, Any]) -> Resource:
    """Changes these fields of a service."""
    service.update(deepcopy(dict(fields)))
    call.emit("service.updated", shown(service))
    return service


def _catalogued(fields: Mapping[str, Any]) -> Resource:
    """The fields of an item that its service keeps; not the quantity, which belongs to one sale."""
    return {
        name: fields[name]
        for name in ITEM_FIELDS
        if name in fields and name not in {"id", "quantity"}
    }


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (list_services, get_service, create_service, update_service, delete_service)
}
