"""The problem details in the OpenAPI document of an app."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from openapi_spec_validator import validate

from gigstack_api.fastapi import GigstackDep, problem_handlers, problem_responses
from gigstack_api.fastapi.problems import PROBLEMS, UNUSABLE
from gigstack_api.sandbox import Sandbox

pytestmark = pytest.mark.anyio


def app_of(sandbox: Sandbox) -> FastAPI:
    app = FastAPI(exception_handlers=problem_handlers, responses=problem_responses)
    app.state.gigstack = sandbox.client()

    @app.get("/clients/{client_id}", responses={404: {"description": "Mine."}})
    async def show(client_id: str, gig: GigstackDep) -> str | None:
        return (await gig.clients.get(client_id)).name

    @app.get("/clients")
    async def list_all(gig: GigstackDep, limit: int = 10) -> int:
        return len(await gig.clients.list(limit=limit))

    @app.get("/later")
    async def list_later(gig: GigstackDep, than: datetime) -> int:
        return len(await gig.clients.list(created_gte=than))

    @app.get("/resumed")
    async def list_resumed(gig: GigstackDep, at: str) -> int:
        return len(await gig.clients.list(resume=at))

    return app


def test_the_openapi_document_is_valid_and_names_each_problem(gigstack_sandbox: Sandbox) -> None:
    before = deepcopy(problem_responses)
    document: Any = app_of(gigstack_sandbox).openapi()
    validate(document)
    assert problem_responses == before
    responses = document["paths"]["/clients"]["get"]["responses"]
    for problem in (*PROBLEMS.values(), UNUSABLE):
        schema = responses[str(problem.status)]["content"]["application/problem+json"]["schema"]
        assert f"urn:gigstack-api:{problem.name}" in schema["properties"]["type"]["enum"]
        assert schema["properties"]["status"]["enum"] == [problem.status]
    assert "application/json" in responses["422"]["content"]
    own = document["paths"]["/clients/{client_id}"]["get"]["responses"]["404"]
    assert own["description"] == "Mine."


REFUSED = [
    "/clients/%20",
    "/clients/%2E%2E",
    "/clients?limit=1000",
    "/clients?limit=0",
    "/later?than=2026-01-01T00:00:00",
    "/resumed?at=no-checkpoint",
]


@pytest.mark.parametrize("path", REFUSED)
async def test_a_refused_value_of_the_address_is_422_and_not_logged(
    gigstack_sandbox: Sandbox, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    transport = httpx.ASGITransport(app_of(gigstack_sandbox))
    async with httpx.AsyncClient(transport=transport, base_url="http://shop") as http:
        answer = await http.get(path)
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:gigstack-api:unusable-parameter"
    assert [record for record in caplog.records if record.name == "gigstack_api"] == []


async def test_a_refused_value_of_the_app_itself_stays_500(gigstack_sandbox: Sandbox) -> None:
    app = app_of(gigstack_sandbox)

    @app.get("/mine/{client_id}")
    async def mine(client_id: str, gig: GigstackDep, limit: int = 5) -> int:
        return len(await gig.clients.list(limit=1000))

    @app.get("/quoted/{word}")
    async def quoted(word: str, gig: GigstackDep) -> str | None:
        return (await gig.clients.get(" ")).name

    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://shop") as http:
        for path in ("/mine/x?limit=100", "/quoted/string", "/quoted/x?a=not%20%27%20%27"):
            answer = await http.get(path)
            assert (answer.status_code, answer.json()["type"]) == (500, "urn:gigstack-api:internal")
