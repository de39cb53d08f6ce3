"""The client that openapi-python-client makes from openapi.yaml with its own templates, in the
folder `vanilla_client`.
"""

import json
from contextlib import asynccontextmanager

from vanilla_client import AuthenticatedClient
from vanilla_client.api.clients import get_client
from vanilla_client.models import IncomeInvoiceInput, InvoicePage


@asynccontextmanager
async def open_fetcher(url, in_flight):
    async with AuthenticatedClient(base_url=url, token="key") as client:  # noqa: S106
        yield lambda: get_client.asyncio("client_1234567890", client=client)


def make_decoder(body):
    return lambda: InvoicePage.from_dict(json.loads(body)).data


def make_encoder(fields):
    """As httpx does it: it is handed `json=body.to_dict()`."""
    model = IncomeInvoiceInput.from_dict(fields)
    return lambda: json.dumps(
        model.to_dict(), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()
