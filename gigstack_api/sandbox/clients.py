"""The rules of clients. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from . import csf, documents
from .call import Answer, Call, Handler
from .lists import list_page, search_page, text_at
from .refusals import coded, not_found, pair
from .state import Resource

RFC = re.compile(r"[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}")
SEARCHED = ("name", "legal_name", "company", "tax_id", "email")
PORTAL_LIFE_S = 5 * 24 * 3600


def list_clients(call: Call) -> Answer:
    return Answer(200, list_page(call, call.collection("clients").values(), "Clients retrieved successfully"))


def search_clients(call: Call) -> Answer:
    return Answer(200, search_page(call, call.collection("clients").values(), SEARCHED))


def get_client(call: Call) -> Answer:
    return Answer(200, {"message": "Client retrieved successfully", "data": found(call)})


def create_client(call: Call) -> Answer:
    fields = {name: value for name, value in call.body.items() if name != "search"}
    check_fields(fields)
    if "search" not in call.body:
        return created(call, fields)
    search = call.body["search"]
    matching = by_key(call, search["on_key"], search["on_value"])
    if len(matching) > 1:
        text = f'Multiple clients found matching {search["on_key"]}="{search["on_value"]}". Please use a more specific search criteria.'
        raise coded(409, "resource_conflict", text, [each["id"] for each in matching])
    if not matching:
        return created(call, fields)
    if not search.get("update", False):
        return Answer(200, {"message": "Client found", "data": matching[0]})
    changed(call, matching[0], fields)
    return Answer(200, {"message": "Client updated successfully", "data": matching[0]})


def update_client(call: Call) -> Answer:
    check_fields(call.body)
    client = found(call)
    changed(call, client, call.body)
    return Answer(200, {"message": "Client updated successfully", "data": client})


def delete_client(call: Call) -> Answer:
    client = found(call)
    del call.collection("clients")[client["id"]]
    return Answer(200, {"message": "Client deleted successfully", "data": {}})


def validate_client(call: Call) -> Answer:
    client = found(call)
    if not client.get("tax_id"):
        raise pair(400, "Client cannot be validated", "The client has no tax_id")
    check_fiscal_data(call, client)
    if not client["is_valid"]:
        raise pair(400, "Client failed EFOS validation", "Client is on SAT blacklist")
    return Answer(200, {"message": "Client validated successfully", "data": client})


def create_client_portal_token(call: Call) -> Answer:
    clients = call.collection("clients").values()
    name = "id" if "id" in call.body else "email"
    if name not in call.body:
        raise pair(400, "Missing client", "Send the id or the email of the client")
    client = next((each for each in clients if each.get(name) == call.body[name]), None)
    if client is None:
        raise not_found("client")
    token = call.state.new_id("portal")
    data = {"url": f"{call.base_url}/portal/{token}", "expires_at": call.state.now_s() + PORTAL_LIFE_S}
    return Answer(200, {"message": "Portal access token created successfully", "data": data})


def stamp_client_pending_receipts(call: Call) -> Answer:
    found(call)
    summary: dict[str, Any] = {"stamped": 0, "failed": 0, "remaining": 0, "results": []}
    return Answer(200, {"message": "There are no pending receipts", "data": summary})


def upload_client_csf(call: Call) -> Answer:
    fields = csf.read(call.files["file"])
    if "client_id" not in call.query:
        return created(call, fields)
    client = found(call, call.query["client_id"])
    changed(call, client, fields)
    return Answer(200, {"message": "Client updated successfully", "data": client})


def upload_client_support_document(call: Call) -> Answer:
    return documents.upload(call, "client", found(call)["id"])


def list_client_support_documents(call: Call) -> Answer:
    return documents.listed(call, found(call)["id"])


def found(call: Call, client_id: str | None = None) -> Resource:
    """The client of that id, by default that of the path.

    Raises:
        Refusal: 404, there is none in this team.
    """
    client = call.collection("clients").get(client_id or call.path["id"])
    if client is None:
        raise not_found("client")
    return client


def by_key(call: Call, key: str, value: str) -> list[Resource]:
    """The clients of the team whose field of that name, nested by dots, has that value."""
    return [each for each in call.collection("clients").values() if text_at(each, key) == value]


def created(call: Call, fields: Mapping[str, Any]) -> Answer:
    """A new client with these fields."""
    client: Resource = {
        "id": call.state.new_id("client"),
        **deepcopy(dict(fields)),
        "livemode": call.key.livemode,
        "created_at": call.state.now_s(),
        "team": call.team,
        "owner": "user_sandbox",
        "from": "api",
    }
    check_fiscal_data(call, client)
    call.collection("clients")[client["id"]] = client
    return Answer(201, {"message": "Client created successfully", "data": client})


def changed(call: Call, client: Resource, fields: Mapping[str, Any]) -> None:
    """Changes a client in place: null clears a field, an address is merged, everything else is replaced."""
    for name, value in deepcopy(dict(fields)).items():
        if value is None:
            client.pop(name, None)
        elif name == "address":
            client[name] = {**client.get(name, {}), **value}
        else:
            client[name] = value
    check_fiscal_data(call, client)


def check_fields(fields: Mapping[str, Any]) -> None:
    """Passes fields that gigstack would take.

    Raises:
        Refusal: 400, the RFC is malformed.
    """
    rfc = fields.get("tax_id")
    if rfc is not None and len(rfc) not in {12, 13}:
        raise pair(400, "Invalid tax_id format", "RFC must be 12 or 13 characters")
    if rfc is not None and not RFC.fullmatch(rfc.upper()):
        raise pair(400, "Invalid tax_id format", "RFC must be letters of the name, a date and a homoclave")


def check_fiscal_data(call: Call, client: Resource) -> None:
    """Writes into a client what the SAT would say of its RFC."""
    rfc = client.get("tax_id")
    if rfc is None:
        return
    valid = rfc not in call.state.efos
    client["is_valid"] = valid
    client["efos"] = {"is_valid": valid}
    client["fiscal_validation"] = {
        "status": "valid" if valid else "invalid",
        "message": None if valid else "Client is on SAT blacklist",
    }


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
        stamp_client_pending_receipts,
        upload_client_csf,
        upload_client_support_document,
        list_client_support_documents,
    )
}
