"""The rules of services. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from .call import Answer, Call, Handler
from .lists import list_page
from .refusals import coded, not_found
from .state import Resource
from .texts import text_at

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
"""What an item of a document takes from its service."""


def list_services(call: Call) -> Answer:
    return Answer(200, list_page(call, call.collection("services").values(), "Services retrieved successfully"))


def get_service(call: Call) -> Answer:
    return Answer(200, {"message": "Service retrieved successfully", "data": found(call)})


def create_service(call: Call) -> Answer:
    return Answer(201, {"message": "Service created successfully", "data": created(call, call.body)})


def update_service(call: Call) -> Answer:
    service = found(call)
    service.update(deepcopy(dict(call.body)))
    call.emit("service.updated", service)
    return Answer(200, {"message": "Service updated successfully", "data": service})


def delete_service(call: Call) -> Answer:
    service = call.collection("services").pop(found(call)["id"])
    call.emit("service.deleted", service)
    return Answer(200, {"message": "Service deleted successfully", "data": {}})


def found(call: Call, service_id: str | None = None) -> Resource:
    """The service of that id, by default that of the path.

    Raises:
        Refusal: 404, there is none in this team.
    """
    service = call.collection("services").get(service_id or call.path["id"])
    if service is None:
        raise not_found("service")
    return service


def matched(call: Call, search: Mapping[str, Any], fields: Mapping[str, Any]) -> Resource:
    """The one service that a search of an item finds, or a new one from its fields.

    Raises:
        Refusal: 404, none matches and none may be made; 409, several match.
    """
    service = match(call, search)
    return created(call, new_fields(search, fields)) if service is None else service


def foreseen(call: Call, search: Mapping[str, Any], fields: Mapping[str, Any]) -> Resource:
    """What `matched` would give, but for the id of a new one: none is made.

    Raises:
        Refusal: as `matched`.
    """
    return match(call, search) or new_fields(search, fields)


def match(call: Call, search: Mapping[str, Any]) -> Resource | None:
    """The one service that a search of an item finds; None if it finds none and one may be made.

    Raises:
        Refusal: 404, none matches and none may be made; 409, several match.
    """
    matching = [each for each in call.collection("services").values() if text_at(each, search["on_key"]) == search["on_value"]]
    if len(matching) > 1:
        text = f'Multiple services found matching {search["on_key"]}="{search["on_value"]}"'
        raise coded(409, "resource_conflict", text, [each["id"] for each in matching])
    if matching:
        return matching[0]
    if search.get("auto_create") is False:
        raise not_found("service")
    return None


def new_fields(search: Mapping[str, Any], fields: Mapping[str, Any]) -> Resource:
    """The fields of the service that a search without a match makes."""
    return {search["on_key"]: search["on_value"], **{name: fields[name] for name in ITEM_FIELDS if name in fields}}


def created(call: Call, fields: Mapping[str, Any]) -> Resource:
    """A new service with these fields."""
    service: Resource = {
        **deepcopy(dict(fields)),
        "id": call.state.new_id("service"),
        "team": call.team,
        "created_at": call.state.now_s(),
        "from": "api",
    }
    call.collection("services")[service["id"]] = service
    call.emit("service.created", service)
    return service


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler for handler in (list_services, get_service, create_service, update_service, delete_service)
}
