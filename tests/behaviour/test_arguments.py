"""How arguments are sent, and which are refused before anything is sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
import respx

from gigstack_api import Gigstack, InvalidArgumentError
from gigstack_api.models import ClientAddress, InlineClient
from scripts.spec.examples import FILES
from tests.support.scripted_api import Api, client, gigstack, last_body, requests_to


@pytest.mark.anyio
async def test_omitted_arguments_are_not_sent_and_none_is_null(api: respx.MockRouter) -> None:
    api.put("/clients/c").respond(json={"data": {}})
    await gigstack().clients.update(
        "c", phone=None, metadata={}, extra={"nickname": "J"}, extra_query={"dry": True}
    )
    assert last_body(api) == {"phone": None, "metadata": {}, "nickname": "J"}
    assert dict(requests_to(api)[-1].url.params) == {"dry": "true"}


@pytest.mark.anyio
async def test_times_amounts_and_models_are_encoded_for_the_api(api: respx.MockRouter) -> None:
    api.post("/payments/pay_1/paid").respond(json={"data": {}})
    api.post("/income").respond(json={})
    api.post("/invoices/income").respond(json={"data": {}})
    gig = gigstack()
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    await gig.payments.mark_as_paid("pay_1", payment_form="03", date=moment)
    assert last_body(api) == {"payment_form": "03", "date": 1767323045}
    await gig.income_invoices.create(
        client=InlineClient(name="Juan", address=ClientAddress(zip="03100")),
        items=[{"description": "Consulta", "quantity": 1, "unit_price": Decimal("1999.99")}],
        idempotency_key="mine",
    )
    assert last_body(api)["client"] == {"name": "Juan", "address": {"zip": "03100"}}
    assert b'"unit_price":1999.99' in requests_to(api)[-1].content
    api.get("/retentions").respond(json={"data": []})
    await gig.retentions.list(created_gte=moment)
    assert requests_to(api)[-1].url.params["created_gte"] == "1767323045000"


@pytest.mark.anyio
async def test_a_payload_with_reserved_names_is_taken_whole(api: respx.MockRouter) -> None:
    api.post("/invoices/income").respond(json={"data": {}})
    payload: dict[str, Any] = {
        "client": {"id": "client_1"},
        "items": [],
        "global": {"periodicity": "04", "months": "01", "year": 2026},
        "idempotency_key": "k",
    }
    await gigstack().income_invoices.create(**payload)
    assert last_body(api) == payload
    await gigstack().income_invoices.create(
        client={}, items=[], global_={"year": 2026}, idempotency_key="k"
    )
    assert last_body(api)["global"] == {"year": 2026}


REFUSED: list[Callable[[Gigstack], Any]] = [
    lambda gig: gig.clients.get("search"),
    lambda gig: gig.clients.get(""),
    lambda gig: gig.clients.list(limit=0),
    lambda gig: gig.clients.list(limit=101),
    lambda gig: gig.clients.list(created_gte=datetime(2026, 1, 1)),
    lambda gig: gig.clients.list(metadata={"a": None}),
    lambda gig: gig.clients.create(bcc="a@b.mx"),
    lambda gig: gig.clients.create(metadata={"when": {1, 2}}),
    lambda gig: gig.clients.upsert(on="tax_id", name="no RFC"),
    lambda gig: gig.clients.upsert(on="", value="x"),
    lambda gig: gig.clients.upsert(on="tax_id", value=" "),
    lambda gig: gig.payments.refund("pay_1", amount=Decimal("1.0000000000000000001"), reason="x"),
    lambda gig: gig.payments.refund("pay_1", amount=float("nan"), reason="x"),
    lambda gig: gig.clients.upload_csf(file=b""),
    lambda gig: gig.clients.upload_csf(file="/nowhere/csf.pdf"),
    lambda gig: gig.clients.list(resume="garbage"),
    lambda gig: gig.clients.list(resume=gig.services.list().checkpoint),
]


@pytest.mark.anyio
@pytest.mark.parametrize("call", REFUSED)
async def test_bad_input_is_refused_before_anything_is_sent(
    api: respx.MockRouter, call: Callable[[Gigstack], Any]
) -> None:
    with pytest.raises(InvalidArgumentError):
        await call(gigstack())
    assert not requests_to(api)


CER_FILE, KEY_FILE = FILES["application/pkix-cert"], FILES["application/pkcs8"]
REFUSED_FILES: list[Callable[[Gigstack], Awaitable[object]]] = [
    lambda gig: gig.clients.upload_csf(file=b"%PDF-" + bytes(5 * 2**20)),
    lambda gig: gig.clients.upload_csf(file=b"<csf/>"),
    lambda gig: gig.clients.upload_support_document(
        "c", file=b"%PDF-" + bytes(10 * 2**20), documentType="contract"
    ),
    lambda gig: gig.invoices.upload_support_document("i", file=b"MZ", documentType="contract"),
    lambda gig: gig.payments.upload_support_document("p", file=b"MZ", documentType="contract"),
    lambda gig: gig.teams.upload_csd("t", cert=KEY_FILE, key=KEY_FILE, keyPass="secret"),
    lambda gig: gig.sat_download.upload_fiel(cert=CER_FILE, key=CER_FILE, password="secret"),
]


@pytest.mark.anyio
@pytest.mark.parametrize("call", REFUSED_FILES)
async def test_a_file_the_api_would_refuse_is_not_sent(
    call: Callable[[Gigstack], Awaitable[object]],
) -> None:
    api = Api()
    with pytest.raises(InvalidArgumentError, match=r"at most|unsupported file type") as caught:
        await call(client(api))
    assert "secret" not in str(caught.value)
    assert api.requests == []
