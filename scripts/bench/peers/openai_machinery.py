"""How openai-python sends a request: its client, asked for an endpoint of ours."""

from contextlib import asynccontextmanager

from openai import AsyncOpenAI


@asynccontextmanager
async def getting(url, in_flight):
    async with AsyncOpenAI(api_key="key", base_url=url) as client:
        yield lambda: client.get("/clients/client_1234567890", cast_to=object)
