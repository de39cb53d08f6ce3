"""The code of the guides runs against a sandbox process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anyio
import pytest
from fastapi import FastAPI

from gigstack_api import Gigstack
from scripts.docs.blocks import python_blocks
from scripts.docs.pages import GUIDES, README

from ..support.asgi import client_of_app
from ..webhooks.bodies import body

BUYER = {
    "name": "Juan",
    "legal_name": "Juan",
    "tax_id": "XAXX010101000",
    "tax_system": "616",
    "use": "S01",
    "address": {"zip": "03100"},
}
ADDRESS = "/webhooks/gigstack/a-long-secret-from-your-settings"


def code_of(name: str) -> str:
    return "\n".join(block.code for block in python_blocks(GUIDES / f"{name}.md"))


@pytest.mark.usefixtures("demo")
@pytest.mark.anyio
async def test_the_guide_to_fastapi_runs(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    exec(compile(code_of("fastapi"), "docs/en/guides/fastapi.md", "exec", dont_inherit=True), names)
    app = names["app"]
    assert isinstance(app, FastAPI)
    async with Gigstack() as gig:
        client = await gig.clients.create(name="Juan")
        payment = await gig.payments.register(
            client={"id": client.id},
            items=[{"description": "Café", "quantity": 1, "unit_price": 40}],
            payment_form="01",
        )
        async with client_of_app(app) as http:
            read = (await http.get(f"/clients/{client.id}")).json()
            assert (read["id"], read["name"]) == (client.id, "Juan")
            assert [item["id"] for item in (await http.get("/clients")).json()["data"]]
            line = {"description": "Café", "quantity": 2, "unit_price": 40}
            order: dict[str, Any] = {"client": BUYER, "lines": [line]}
            made = (await http.post("/orders", json=order)).json()
            assert (made.keys(), made["total"]) == ({"uuid", "total"}, 80)
            order["client"] = {"address": {"zip": 3100}}
            refused = (await http.post("/orders", json=order)).json()
            assert refused["detail"][0]["loc"] == ["body", "client", "address", "zip"]
            assert (await http.get("/clients/unknown")).json()[
                "type"
            ] == "urn:gigstack-api:not-found"
            assert (await http.get("/teams/team_norte/clients")).json() == []
            with anyio.fail_after(5):
                assert (
                    await http.post(ADDRESS, json=body(id=payment.id, object={"id": payment.id}))
                ).status_code == 200
    assert f"{payment.id} succeeded" in capsys.readouterr().out


@pytest.mark.usefixtures("demo")
@pytest.mark.anyio
async def test_the_app_of_the_readme_runs() -> None:
    (block,) = [block for block in python_blocks(README) if block.test]
    names: dict[str, Any] = {}
    exec(compile(block.code, README.name, "exec", dont_inherit=True), names)
    async with Gigstack() as gig, client_of_app(names["app"]) as http:
        client = await gig.clients.create(name="Juan")
        read = await http.get(f"/clients/{client.id}")
        assert (read.status_code, read.json()["name"]) == (200, "Juan")
        lost = await http.get("/clients/unknown")
        assert lost.headers["content-type"] == "application/problem+json"
        assert (lost.status_code, lost.json()["type"]) == (404, "urn:gigstack-api:not-found")
