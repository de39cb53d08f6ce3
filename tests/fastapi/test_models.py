"""Models in the endpoints of an app: returned, taken, nested, and shown in its OpenAPI document."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.encoders import jsonable_encoder
from fastapi.routing import APIRoute
from openapi_spec_validator import OpenAPIV31SpecValidator

from gigstack_api import Gigstack, Page
from gigstack_api.models import Client
from gigstack_api.sandbox import Sandbox

from ..support.asgi import client_of_app, serving
from .apps import client_factory
from .models_app import models_app, router

pytestmark = pytest.mark.anyio
SERVED: list[Sandbox] = []
"""The sandbox of the running test."""
ANA: dict[str, Any] = {
    "name": "Ana",
    "legal_name": "Ana",
    "tax_id": "XAXX010101000",
    "tax_system": "616",
    "use": "S01",
    "address": {"zip": "03100", "street": "Amores"},
    "metadata": {"nested": {"codes": [1]}},
}


@pytest.fixture(scope="module")
def app() -> FastAPI:
    """One app for all tests: the first request of each takes 0.1 s. It starts anew for each."""
    return models_app(lambda: client_factory(SERVED[-1])())


@pytest.fixture
async def http(app: FastAPI, gigstack_sandbox: Sandbox) -> AsyncGenerator[httpx.AsyncClient, None]:
    SERVED[:] = [gigstack_sandbox]
    async with client_of_app(app) as http:
        yield http


@pytest.fixture
async def ana(gigstack: Gigstack) -> dict[str, Any]:
    """The JSON object of a client that gigstack has."""
    made = await gigstack.clients.create(**ANA)
    return (await gigstack.clients.get(made.id or "")).to_dict()


@pytest.fixture(scope="module")
def document() -> Any:
    return models_app(Sandbox().client).openapi()


@pytest.mark.parametrize("kind", ["", "plain/", "dict/"])
async def test_an_endpoint_returns_a_model(
    http: httpx.AsyncClient, ana: dict[str, Any], kind: str
) -> None:
    answer = await http.get(f"/{kind}clients/{ana['id']}")
    assert (answer.status_code, answer.json()) == (200, ana)
    assert answer.json()["from"] == "api"


async def test_an_endpoint_returns_a_part_of_a_model(
    http: httpx.AsyncClient, ana: dict[str, Any]
) -> None:
    answer = await http.get(f"/short/clients/{ana['id']}")
    address = {name: value for name, value in ana["address"].items() if name != "street"}
    assert answer.json() == {"id": ana["id"], "name": "Ana", "address": address}


@pytest.mark.parametrize("kind", ["", "plain/"])
async def test_an_endpoint_returns_a_page(
    http: httpx.AsyncClient, gigstack: Gigstack, ana: dict[str, Any], kind: str
) -> None:
    page = await gigstack.clients.list(limit=10)
    answer = (await http.get(f"/{kind}clients")).json()
    assert answer["data"] == [item.to_dict() for item in page.data]
    assert answer.keys() == dict(page).keys()
    assert answer["has_more"] is False
    assert (await http.get("/clients/all")).json() == answer["data"]


async def test_an_endpoint_takes_a_model(http: httpx.AsyncClient, gigstack: Gigstack) -> None:
    answer = await http.post("/clients", json=ANA)
    assert answer.status_code == 201
    made = await gigstack.clients.get(answer.json()["id"])
    assert answer.json()["metadata"] == made.metadata == ANA["metadata"]
    assert (made.tax_id, made.name) == ("XAXX010101000", "Ana")


@pytest.mark.parametrize(
    ("method", "path", "body", "place"),
    [
        ("POST", "/clients", {"address": {"zip": 3100}}, ["body", "address", "zip"]),
        ("POST", "/clients", {"name": ["Ana"]}, ["body", "name"]),
        ("PUT", "/clients", {"body": {"bcc": ["a", 5]}}, ["body", "body", "bcc", 1]),
        ("POST", "/services", [{}, {"taxes": [{}, {"type": 5}]}], ["body", 1, "taxes", 1, "type"]),
        ("POST", "/by-name", {"a": {"description": 5}}, ["body", "a", "description"]),
        ("POST", "/orders", {"client": {"name": 5}, "lines": []}, ["body", "client", "name"]),
        ("POST", "/both", {"client": {"id": 5}, "service": {}}, ["body", "client", "id"]),
    ],
)
async def test_a_body_of_wrong_types_is_a_422_that_names_the_field(
    http: httpx.AsyncClient, method: str, path: str, body: object, place: list[object]
) -> None:
    answer = await http.request(method, path, json=body)
    assert answer.status_code == 422
    [error] = answer.json()["detail"]
    assert (error["loc"], error["msg"]) == (place, "Input should be a valid string")


async def test_upserts_are_answers_too(http: httpx.AsyncClient) -> None:
    done = (await http.put("/clients", json={"body": ANA})).json()
    assert (done["created"], done["client"]["name"]) == (True, "Ana")
    for path in ("/clients/import", "/plain/clients/import"):
        rows = [{"tax_id": "XAXX010101000"}, {"tax_id": " "}]
        outcomes = (await http.post(path, json=rows)).json()
        found, failed = sorted(outcomes, key=lambda outcome: outcome["index"])
        assert found["value"]["client"]["id"] == done["client"]["id"]
        assert (found["row"], found["error"], failed["value"]) == (rows[0], None, None)
        assert failed["error"]["type"] == "InvalidArgumentError"
        assert "needs a value" in failed["error"]["message"]


async def test_models_are_nested_in_pydantic_models(http: httpx.AsyncClient) -> None:
    line = {"description": "Consultoría", "quantity": 2, "unit_price": 500}
    card = (await http.post("/orders", json={"client": ANA, "lines": [line]})).json()
    assert card["client"] == ANA
    assert card["invoices"] == [card["latest"]]
    assert card["latest"]["total"] == 1000
    read = await http.get(f"/invoices/{card['latest']['uuid']}")
    assert read.json() == card["latest"] | {"status": "valid"}


async def test_lists_and_generic_models_hold_models(http: httpx.AsyncClient) -> None:
    made = (await http.post("/services", json=[{"description": "Café", "unit_price": 50}])).json()
    assert made["number"] == 1
    assert made["items"][0]["unit_price"] == 50


@pytest.mark.parametrize(
    ("path", "body", "answer"),
    [
        ("/either", {"tax_id": "X", "email": "a@example.com"}, None),
        ("/either", {"sku": "a", "unit_price": 5.5}, None),
        ("/maybe", {"name": "Ana", "grown": {"a": [1]}}, None),
        ("/both", {"client": {"name": "Ana"}, "service": {"sku": "a"}}, None),
        ("/by-name", {"a": {"quantity": 1}, "b": {}}, None),
        ("/by-name", {"a": {"quantity": "1.5"}}, {"a": {"quantity": 1.5}}),
    ],
)
async def test_a_body_comes_back_as_it_was(
    http: httpx.AsyncClient, path: str, body: dict[str, Any], answer: object
) -> None:
    assert (await http.post(path, json=body)).json() == (answer or body)


async def test_a_body_can_be_left_out(http: httpx.AsyncClient) -> None:
    assert (await http.post("/maybe")).json() is None


async def test_unknown_values_of_an_open_enum_pass_in_a_body(http: httpx.AsyncClient) -> None:
    body = {"url": "https://shop.example/hook", "events": ["payment.succeeded"]}
    made = (await http.post("/webhooks", json=body | {"description": "Orders"})).json()
    assert made["events"] == ["payment.succeeded"]


async def test_codes_are_parameters(http: httpx.AsyncClient) -> None:
    query = "use=G03&months=01&months=02&status=valid"
    assert (await http.get(f"/codes/601?{query}")).json() == [
        *("601", "G03", ["01", "02"], "valid", "active")
    ]
    refused = await http.get(f"/codes/000?{query}")
    assert refused.status_code == 422
    assert refused.json()["detail"][0]["loc"] == ["path", "regime"]


def test_the_encoder_of_fastapi_knows_models() -> None:
    client = Client.from_dict(ANA | {"from": "api", "grown": [1]})
    expected = client.to_dict()
    assert jsonable_encoder(client) == expected
    assert jsonable_encoder({"found": [client]}) == {"found": [expected]}
    assert jsonable_encoder(Page(data=()))["data"] == []


def test_the_app_has_20_endpoints() -> None:
    assert len([route for route in router.routes if isinstance(route, APIRoute)]) >= 20


def test_the_document_of_the_app_is_valid(document: dict[str, Any]) -> None:
    OpenAPIV31SpecValidator(document).validate()


def test_the_document_names_the_models(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    assert {"ClientAddress", "Invoice", "Page_Client_", "Upserted"} <= {*schemas}
    assert {"CfdiUse", "TaxRegime", "InvoiceStatus", "WebhookStatus"} <= {*schemas}
    name = schemas["Client-Input"]["properties"]["name"]
    assert name["description"] == "Name of the person or the contact."
    assert {"type": "string"} in name["anyOf"]
    response = document["paths"]["/clients/{client_id}"]["get"]["responses"]["200"]
    assert response["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/Client-Output"
    }
    body = document["paths"]["/clients"]["post"]["requestBody"]
    assert body["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/Client-Input"
    }
    assert "parameters" not in document["paths"]["/clients"]["post"]


def test_models_that_are_only_read_or_only_written_have_one_name(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    two = {name.partition("-")[0] for name in schemas if name.endswith(("-Input", "-Output"))}
    assert two == {"Client", "Service", "Webhook"}
    assert schemas["Invoice"]["required"] == ["uuid", "created_at"]
    assert "required" not in schemas["Client-Input"]
    assert schemas["Client-Output"]["required"] == ["id"]


def test_an_app_can_have_one_name_for_each_model() -> None:
    one = FastAPI(separate_input_output_schemas=False)

    @one.put("/clients")
    async def change(  # pyright: ignore[reportUnusedFunction] - FastAPI keeps it
        body: Client,
    ) -> Client:
        return body

    schemas = one.openapi()["components"]["schemas"]
    assert "required" not in schemas["Client"]
    assert not [name for name in schemas if name.startswith("Client-")]


def test_the_document_of_the_app_holds_no_examples(document: dict[str, Any]) -> None:
    text = json.dumps(document)
    assert '"example":' not in text
    assert '"examples":' not in text


async def test_uvicorn_serves_the_app(
    gigstack_sandbox: Sandbox, gigstack: Gigstack, ana: dict[str, Any]
) -> None:
    app = models_app(client_factory(gigstack_sandbox))
    with serving(app, lifespan=True) as origin:
        async with httpx.AsyncClient(base_url=origin) as http:
            for kind in ("", "plain/"):
                assert (await http.get(f"/{kind}clients/{ana['id']}")).json() == ana
            assert (await http.post("/either", json=ana)).json() == ana
            refused = await http.post("/clients", json={"address": {"zip": 3100}})
            document = (await http.get("/openapi.json")).json()
    assert refused.json()["detail"][0]["loc"] == ["body", "address", "zip"]
    assert document == app.openapi()
