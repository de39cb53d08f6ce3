"""httpx with default settings, but no timeout: it would time out waiting for its own pool."""

from contextlib import asynccontextmanager

import httpx


@asynccontextmanager
async def open_fetcher(url, in_flight):
    async with httpx.AsyncClient(timeout=None, headers={"Authorization": "Bearer key"}) as client:  # noqa: S113 - see above

        async def get():
            return (await client.get(f"{url}/clients/client_1234567890")).json()

        yield get


async def first_call(*, url, preload):
    import time

    async with open_fetcher(url, 1) as call:
        began = time.perf_counter()
        await call()
        return {"ms": (time.perf_counter() - began) * 1000, "loaded": []}
