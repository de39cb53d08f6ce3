"""The client of openai-python, calling an endpoint of the gigstack API."""

from contextlib import asynccontextmanager

from openai import AsyncOpenAI


@asynccontextmanager
async def open_fetcher(url, in_flight):
    async with AsyncOpenAI(api_key="key", base_url=url) as client:
        yield lambda: client.get("/clients/client_1234567890", cast_to=object)
