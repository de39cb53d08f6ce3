"""What OpenAPI Generator (python, asyncio) makes of our spec."""

import json
from contextlib import asynccontextmanager

from openapi_generated import ApiClient, ClientsApi, Configuration, IncomeInvoiceInput, InvoicePage


@asynccontextmanager
async def getting(url, in_flight):
    async with ApiClient(Configuration(host=url, access_token="key")) as client:  # noqa: S106
        api = ClientsApi(client)
        yield lambda: api.get_client("client_1234567890")


def decoding(body):
    return lambda: InvoicePage.from_dict(json.loads(body)).data


def encoding(fields):
    """As its client does it: `sanitize_for_serialization`, then `json.dumps`."""
    client = ApiClient(Configuration(host="http://127.0.0.1"))
    model = IncomeInvoiceInput.from_dict(fields)
    return lambda: json.dumps(client.sanitize_for_serialization(model)).encode()
