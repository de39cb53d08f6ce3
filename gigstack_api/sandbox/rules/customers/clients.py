"""Clients."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ...call import Answer, Call, Handler
from ...errors import api_error, legacy_error, not_found, require
from ...resource import Resource
from ..shared import support_documents
from ..shared.lists import list_page, search_page
from ..shared.merging import merged
from ..shared.rfc import check_rfc
from . import csf

SEARCHED = ("name", "legal_name", "company", "tax_id", "email")
PORTAL_LIFE_S = 5 * 24 * 3600


def list_clients(call: Call) -> Answer:
    name = next(iter(call.metadata), None)
    clients = (
        call.collection("clients").values()
        if name is None
        else find_by_key(call, f"metadata.{name}", call.metadata[name])
    )
    return Answer(200, list_page(call, clients, "Clients retrieved successfully"))


def search_clients(call: Call) -> Answer:
    return Answer(200, search_page(call, call.collection("clients").values(), SEARCHED))


def get_client(call: Call) -> Answer:
    return Answer.of("Client retrieved successfully", find(call))


def create_client(call: Call) -> Answer:
    status, client, message = upsert(call, call.body)
    return Answer.of(message, client, status=status)


def update_client(call: Call) -> Answer:
    check_rfc(call.body.get("tax_id"))
    client = find(call)
    update(call, client, call.body)
    return Answer.of("Client updated successfully", client)


def delete_client(call: Call) -> Answer:
    clients, index = call.state.indexed(call.team, "clients")
    client = clients.pop(find(call)["id"])
    index.remove(client)
    call.emit("customer.deleted", client)
    return Answer.of("Client deleted successfully", {})


def validate_client(call: Call) -> Answer:
    client = find(call)
    if not client.get("tax_id"):
        raise legacy_error(400, "Client cannot be validated", "The client has no tax_id")
    refresh_fiscal_data(call, client)
    if not client["is_valid"]:
        raise legacy_error(400, "Client failed EFOS validation", "Client is on SAT blacklist")
    return Answer.of("Client validated successfully", client)


def create_client_portal_token(call: Call) -> Answer:
    clients = call.collection("clients").values()
    name = "id" if "id" in call.body else "email"
    if name not in call.body:
        raise legacy_error(400, "Missing client", "Send the id or the email of the client")
    if not any(client.get(name) == call.body[name] for client in clients):
        raise not_found("client")
    token = call.state.new_id("portal")
    data = {
        "url": f"{call.base_url}/portal/{token}",
        "expires_at": call.state.now_s() + PORTAL_LIFE_S,
    }
    return Answer.of("Portal access token created successfully", data)


async def upload_client_csf(call: Call) -> Answer:
    fields = await csf.read(call.files["file"])
    if "client_id" not in call.query:
        return Answer.of("Client created successfully", create(call, fields), status=201)
    client = find(call, call.query["client_id"])
    update(call, client, fields)
    return Answer.of("Client updated successfully", client)


def upload_client_support_document(call: Call) -> Answer:
    return support_documents.upload(call, "client", find(call)["id"])


def list_client_support_documents(call: Call) -> Answer:
    return support_documents.list_attached(call, find(call)["id"])


def find(call: Call, client_id: str | None = None) -> Resource:
    """The client with this id, by default the one in the path.

    Raises:
        Refusal: 404, the team has no such client.
    """
    wanted = call.path["id"] if client_id is None else client_id
    return require(call.collection("clients").get(wanted), "client")


def find_by_key(call: Call, key: str, value: str) -> list[Resource]:
    """The team's clients with this value in a field (a dotted path), oldest first."""
    clients, index = call.state.indexed(call.team, "clients")
    numbers = call.state.assign_numbers(clients.values())
    having = sorted(
        index.find(key, value, clients.values()), key=lambda client: numbers[client["id"]]
    )
    return [client for client in having if call.state.is_searchable(client)]


def upsert(call: Call, sent: Mapping[str, Any]) -> tuple[int, Resource, str]:
    """Creates, finds or updates a client, as the `search` of the body says.

    Returns status, client and message.

    Raises:
        Refusal: 400, a field is not accepted; 409, several clients match.
    """
    fields = {name: value for name, value in sent.items() if name != "search"}
    check_rfc(fields.get("tax_id"))
    search = sent.get("search")
    client = None if search is None else match(call, search)
    if search is None or client is None:
        return 201, create(call, fields), "Client created successfully"
    if not search.get("update", False):
        return 200, client, "Client found"
    update(call, client, fields)
    return 200, client, "Client updated successfully"


def match(call: Call, search: Mapping[str, Any]) -> Resource | None:
    """The client that a search finds; None if it finds none.

    Raises:
        Refusal: 409, several clients match.
    """
    matching = find_by_key(call, search["on_key"], search["on_value"])
    if len(matching) > 1:
        key = f'{search["on_key"]}="{search["on_value"]}"'
        text = f"Multiple clients found matching {key}. Please use a more specific search criteria."
        raise api_error(409, "resource_conflict", text, [client["id"] for client in matching])
    return matching[0] if matching else None


def create(call: Call, fields: Mapping[str, Any]) -> Resource:
    """Creates a client with these fields."""
    client: Resource = {
        **deepcopy(dict(fields)),
        "id": call.state.new_id("client"),
        "livemode": call.key.livemode,
        "created_at": call.state.now_s(),
        "team": call.team,
        "owner": "user_sandbox",
        "from": "api",
    }
    refresh_fiscal_data(call, client)
    call.collection("clients")[client["id"]] = client
    call.emit("customer.created", client)
    return client


def update(call: Call, client: Resource, fields: Mapping[str, Any]) -> None:
    """Changes a client in place, and checks its RFC again."""
    merge_into(client, fields)
    refresh_fiscal_data(call, client)
    call.emit("customer.updated", client)


def with_fields(client: Resource, fields: Mapping[str, Any]) -> Resource:
    """A copy of a client with these fields changed.

    The address is merged, all other fields are replaced; null clears a field, also one of the
    address.
    """
    return deepcopy(merged(client, fields, groups=("address",), keep_empty=True))


def merge_into(client: Resource, fields: Mapping[str, Any]) -> None:
    """Changes a client in place, as `with_fields` does."""
    new = with_fields(client, fields)
    client.clear()
    client.update(new)


def refresh_fiscal_data(call: Call, client: Resource) -> None:
    """Writes the SAT's verdict on the RFC of a client into it."""
    rfc = client.get("tax_id")
    if rfc is None:
        for name in ("is_valid", "efos", "fiscal_validation"):
            client.pop(name, None)
    else:
        client |= fiscal_data(call, rfc)
    reindex(call, client)


def reindex(call: Call, client: Resource) -> None:
    """Lets searches find a client as it is now; the last step of every change."""
    call.state.indexed(call.team, "clients")[1].update(client)


def fiscal_data(call: Call, rfc: str) -> Resource:
    """The SAT's verdict on an RFC."""
    valid = rfc.upper() not in call.state.efos
    verdict = {
        "status": "valid" if valid else "invalid",
        "message": None if valid else "Client is on SAT blacklist",
    }
    return {"is_valid": valid, "efos": {"is_valid": valid}, "fiscal_validation": verdict}


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        list_clients,
        search_clients,
        get_client,
        create_client,
        update_client,
        delete_client,
        validate_client,
        create_client_portal_token,
        upload_client_csf,
        upload_client_support_document,
        list_client_support_documents,
    )
}
