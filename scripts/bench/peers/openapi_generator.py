"""The client that OpenAPI Generator (python, asyncio) makes from openapi.yaml."""

import json
from contextlib import asynccontextmanager

from openapi_generated import ApiClient, ClientsApi, Configuration, IncomeInvoiceInput, InvoicePage


@asynccontextmanager
async def open_fetcher(url, in_flight):
    async with ApiClient(Configuration(host=url, access_token="key")) as client:  # noqa: S106
        api = ClientsApi(client)
        yield lambda: api.get_client("client_1234567890")


def make_decoder(body):
    return lambda: InvoicePage.from_dict(json.loads(body)).data


def make_encoder(fields):
    """As its client does it: `sanitize_for_serialization`, then `json.dumps`."""
    client = ApiClient(Configuration(host="http://127.0.0.1"))
    model = IncomeInvoiceInput.from_dict(fields)
    return lambda: json.dumps(client.sanitize_for_serialization(model)).encode()
