"""The client of stripe-python, calling an endpoint of the gigstack API."""

from contextlib import asynccontextmanager

import stripe


@asynccontextmanager
async def open_fetcher(url, in_flight):
    http_client = stripe.HTTPXClient()
    client = stripe.StripeClient(
        "sk_test_bench", base_addresses={"api": url.removesuffix("/v2")}, http_client=http_client
    )

    async def get():
        response = await client.raw_request_async("get", "/v2/clients/client_1234567890")
        return client.deserialize(response, api_mode="V2")

    yield get
    await http_client.close_async()
