"""httpx2, the successor of httpx, as it comes, but without a limit of time."""

from contextlib import asynccontextmanager

import httpx2


@asynccontextmanager
async def open_fetcher(url, in_flight):
    async with httpx2.AsyncClient(timeout=None, headers={"Authorization": "Bearer key"}) as client:

        async def get():
            return (await client.get(f"{url}/clients/client_1234567890")).json()

        yield get
