"""The calls that every tool is tried on: a read, a write and a refusal, by a default client.

A process that is started for a tool reads its key and address from the environment, as programs do.
"""

from __future__ import annotations

import json
import sys

import pytest

from gigstack_api import Gigstack, NotFoundError
from gigstack_api.models import Client, Service

CLIENT = {"id": "client_1", "name": "Juan"}
SERVICE = {"id": "service_1", "description": "x"}
MISSING = {"code": "resource_not_found", "message": "No such client."}

ANSWERS: dict[tuple[str, str], tuple[int, dict[str, object]]] = {
    ("GET", "/v2/clients/client_1"): (200, {"success": True, "data": CLIENT}),
    ("POST", "/v2/services"): (201, {"success": True, "data": SERVICE}),
    ("GET", "/v2/clients/gone"): (404, {"success": False, "error": MISSING}),
}
"""What the API answers: status and document by method and path."""

SEEN = sorted([method, path, status] for (method, path), (status, _) in ANSWERS.items())
"""What a tool must have seen."""


async def make_calls() -> None:
    """Makes the calls, and checks that they return the right models and raise the right error."""
    async with Gigstack() as gig:
        client = await gig.clients.get("client_1")
        assert isinstance(client, Client)
        assert (client.id, client.name) == ("client_1", "Juan")
        service = await gig.services.create(description="x", unit_price=1)
        assert isinstance(service, Service)
        assert (service.id, service.description) == ("service_1", "x")
        with pytest.raises(NotFoundError, match=r"^No such client\.") as refused:
            await gig.clients.get("gone")
        assert (refused.value.status, refused.value.code) == (404, "resource_not_found")


def show(seen: list[tuple[str, str, int]]) -> None:
    """Prints what a tool saw, for the test that started this process."""
    sys.stdout.write(json.dumps(sorted(seen)))
