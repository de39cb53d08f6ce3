"""Codes are accepted wherever the API takes one."""

from __future__ import annotations

import json
from unittest.mock import ANY

import httpx
import pytest

from gigstack_api import Gigstack
from gigstack_api.catalogs import (
    CfdiUse,
    FactorType,
    PaymentForm,
    PaymentMethod,
    Tax,
    TaxObject,
    TaxRegime,
)
from gigstack_api.models import Client, InlineClient


@pytest.mark.anyio
async def test_codes_are_sent_as_their_strings() -> None:
    sent: list[object] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content))
        return httpx.Response(201, json={"data": {"id": "1"}})

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        gig = Gigstack("key", http_client=http)
        await gig.income_invoices.create(
            client=InlineClient(tax_system=TaxRegime.RESICO, use=CfdiUse.GENERAL_EXPENSES),
            payment_form=PaymentForm.CASH,
            payment_method=PaymentMethod.PUE,
            items=[
                {
                    "taxability": TaxObject.SUBJECT,
                    "taxes": [{"type": Tax.IVA.name, "factor": FactorType.TASA}],
                }
            ],
        )
    assert sent == [
        {
            "client": {"tax_system": "626", "use": "G03"},
            "payment_form": "01",
            "payment_method": "PUE",
            "idempotency_key": ANY,
            "items": [{"taxability": "02", "taxes": [{"type": "IVA", "factor": "Tasa"}]}],
        }
    ]


def test_a_code_of_a_model_is_its_member() -> None:
    client = Client.from_dict({"id": "1", "tax_system": "626", "use": "X99"})
    assert TaxRegime.of(client.tax_system) is TaxRegime.RESICO
    assert CfdiUse.of(client.use) == "X99"
    assert Client(tax_system=TaxRegime.RESICO).to_dict() == {"tax_system": "626"}
