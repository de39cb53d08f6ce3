"""The app that `test_servers` has served by the servers that people use."""

from __future__ import annotations

import asyncio

from fastapi import FastAPI

from gigstack_api.fastapi import GigstackDep, gigstack_lifespan, problem_handlers

app = FastAPI(lifespan=gigstack_lifespan(), exception_handlers=problem_handlers)


@app.post("/clients")
async def create_client(gig: GigstackDep) -> dict[str, str]:
    """Creates a client, reads it back, and names the event loop."""
    created = await gig.clients.create(name="Juan", email="juan@example.com")
    read = await gig.clients.get(str(created.id))
    return {"name": read.name or "", "loop": type(asyncio.get_running_loop()).__module__}
