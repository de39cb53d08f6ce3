"""Draft invoices: filled in step by step, looked at, and stamped."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from gigstack_api import BadRequestError, Gigstack, NotFoundError
from gigstack_api.errors import ConflictError, MultipleMatchesError, StampingError
from gigstack_api.models import DraftInvoice
from gigstack_api.sandbox.state import EFOS

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio
CLIENT: Any = {
    "name": "Juan Pérez",
    "legal_name": "JUAN PEREZ GARCIA",
    "tax_id": "PEGJ800101ABC",
}
IVA: Any = {"type": "IVA", "rate": 0.16, "factor": "Tasa", "withholding": False, "inclusive": False}
ITEM: Any = {
    "quantity": 1,
    "description": "Servicio de consultoría",
    "product_key": "80141503",
    "unit_key": "ACT",
    "unit_price": 5000,
    "taxes": [IVA],
}
WHOLE: Any = {
    "invoice_type": "I",
    "currency": "MXN",
    "use": "G03",
    "payment_form": "03",
    "payment_method": "PUE",
    "client": CLIENT,
    "items": [ITEM],
    "metadata": {"project_id": "PROJ-2024-001"},
}


async def made(gig: Gigstack, **fields: Any) -> str:
    """The id of a new draft."""
    body: dict[str, Any] = {"invoice_type": "I", **fields}
    return (await gig.draft_invoices.create(**body)).id or ""


async def ids_of(gig: Gigstack, **query: Any) -> list[str | None]:
    return [draft.id async for draft in gig.draft_invoices.list(**query)]


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def amounts(draft: DraftInvoice) -> tuple[Any, ...]:
    return draft.subtotal, draft.discount, draft.total


async def test_a_created_draft_has_sent_fields_totals_and_defaults(session: SandboxSession) -> None:
    session.at(1_700_000_000.5)
    draft = await session.gig().draft_invoices.create(**WHOLE)
    given = draft.to_dict()
    assert {name: given[name] for name in WHOLE if name not in {"client", "items"}} == {
        name: value for name, value in WHOLE.items() if name not in {"client", "items"}
    }
    assert (given["items"], given["client"]["tax_id"], given["client"]["created_at"]) == (
        [ITEM],
        CLIENT["tax_id"],
        1_700_000_000,
    )
    assert amounts(draft) == (5000, 0, 5800)
    assert (draft.draft, draft.status, draft.folio_number, draft.date, draft.series) == (
        True,
        "draft",
        0,
        0,
        "A",
    )
    assert (draft.created_at, draft.updated_at) == (1_700_000_000_500, 1_700_000_000_500)
    assert (draft.livemode, draft.team, draft.owner, draft.from_) == (
        False,
        "team_sandbox",
        "user_sandbox",
        "api",
    )
    assert (await session.gig().draft_invoices.get(draft.id or "")).to_dict() == given


@pytest.mark.parametrize(("invoice_type", "series"), [("I", "A"), ("E", "NC")])
async def test_only_the_type_is_needed(gig: Gigstack, invoice_type: str, series: str) -> None:
    draft = await gig.draft_invoices.create(invoice_type=invoice_type)
    assert (draft.invoice_type, draft.series, draft.client, draft.items) == (
        invoice_type,
        series,
        None,
        [],
    )
    assert (draft.currency, draft.exchange_rate, *amounts(draft)) == ("MXN", 1, 0, 0, 0)


@pytest.mark.parametrize("invoice_type", ["P", "T", "i", ""])
async def test_other_types_cannot_be_drafted_and_leave_nothing_behind(
    gig: Gigstack, invoice_type: str
) -> None:
    with pytest.raises(BadRequestError, match="must be I or E"):
        await gig.draft_invoices.create(invoice_type=invoice_type, client=CLIENT)
    assert await ids_of(gig) == []
    assert (await gig.clients.list()).total_results == 0


async def test_the_client_of_a_draft_follows_the_rules_of_upserts(gig: Gigstack) -> None:
    client = await gig.clients.create(**CLIENT)
    by_id = await gig.draft_invoices.create(invoice_type="I", client={"id": client.id})
    search: Any = {"on_key": "tax_id", "on_value": CLIENT["tax_id"]}
    by_search = await gig.draft_invoices.create(invoice_type="I", client={"search": search})
    assert [draft.client.id for draft in (by_id, by_search) if draft.client] == [
        client.id,
        client.id,
    ]
    with pytest.raises(NotFoundError, match="client"):
        await gig.draft_invoices.create(invoice_type="I", client={"id": "client_nobody"})
    with pytest.raises(NotFoundError, match="service"):
        await gig.draft_invoices.create(
            invoice_type="I", client=CLIENT, items=[{"id": "service_none"}]
        )
    await gig.clients.create(**CLIENT)
    with pytest.raises(MultipleMatchesError):
        await gig.draft_invoices.update(by_id.id or "", client={"search": search}, currency="USD")
    assert (await gig.draft_invoices.get(by_id.id or "")).to_dict() == by_id.to_dict()


async def test_an_item_takes_over_what_its_service_says(gig: Gigstack) -> None:
    service = await gig.services.create(description="Hora", unit_price=100, taxes=[IVA])
    draft = await gig.draft_invoices.create(
        invoice_type="I", items=[{"id": service.id, "quantity": 2, "discount": 50}]
    )
    assert amounts(draft) == (200, 50, 174)


async def test_an_idempotency_key_gives_the_first_answer_again(gig: Gigstack) -> None:
    first = await gig.draft_invoices.create(idempotency_key="k1", **WHOLE)
    assert (
        await gig.draft_invoices.create(idempotency_key="k1", **WHOLE)
    ).to_dict() == first.to_dict()
    assert await ids_of(gig) == [first.id]
    with pytest.raises(ConflictError):
        await gig.draft_invoices.create(idempotency_key="k1", invoice_type="E")


async def test_an_update_changes_what_is_sent_and_null_clears(session: SandboxSession) -> None:
    gig = session.gig()
    session.at(1000)
    draft_id = await made(gig, **WHOLE, series="B", emails=["a@b.mx"])
    session.at(2000)
    changed = await gig.draft_invoices.update(
        draft_id, items=[ITEM | {"quantity": 2}], series=None, metadata=None, use="P01"
    )
    assert amounts(changed) == (10000, 0, 11600)
    assert (changed.series, changed.metadata, changed.use, changed.emails) == (
        "A",
        None,
        "P01",
        ["a@b.mx"],
    )
    assert (changed.created_at, changed.updated_at) == (1_000_000, 2_000_000)
    assert changed.client is not None
    emptied = await gig.draft_invoices.update(
        draft_id, items=None, client=None, currency="USD", description=None
    )
    assert (
        emptied.items,
        emptied.client,
        emptied.currency,
        emptied.exchange_rate,
        emptied.total,
    ) == ([], None, "USD", None, 0)
    credit_note = await gig.draft_invoices.update(draft_id, invoice_type="E")
    assert (credit_note.invoice_type, credit_note.series, credit_note.payment_form) == (
        "E",
        "NC",
        "03",
    )
    with pytest.raises(BadRequestError, match="invoice_type"):
        await gig.draft_invoices.update(draft_id, invoice_type=None)


async def test_totals_follow_the_currency_set_first_or_later(
    gig: Gigstack,
) -> None:
    item = ITEM | {"unit_price": 10.1}
    draft = await gig.draft_invoices.create(invoice_type="I", items=[item], currency="JPY")
    assert (draft.subtotal, draft.total) == (10, 12)
    assert (await gig.draft_invoices.update(draft.id or "", currency="USD")).total == 11.72
    assert (await gig.draft_invoices.update(draft.id or "", currency="JPY")).total == 12
    assert (
        await gig.draft_invoices.update(draft.id or "", items=[ITEM | {"unit_price": 20.1}])
    ).total == 23


async def test_an_impossible_amount_is_refused_and_changes_nothing(gig: Gigstack) -> None:
    draft_id = await made(gig, **WHOLE)
    draft = (await gig.draft_invoices.get(draft_id)).to_dict()
    vast = ITEM | {"unit_price": 1e300}
    with pytest.raises(BadRequestError, match="mount"):
        await gig.draft_invoices.update(draft_id, items=[vast], client={"name": "Nobody"})
    with pytest.raises(BadRequestError, match="mount"):
        await made(gig, items=[vast], client={"name": "Nobody"})
    assert (await gig.draft_invoices.get(draft_id)).to_dict() == draft
    assert (await gig.clients.list()).total_results == 1


async def test_a_deleted_draft_is_gone(session: SandboxSession) -> None:
    gig = session.gig()
    draft_id, other = await made(gig), await made(gig)
    await gig.draft_invoices.delete(draft_id)
    assert await ids_of(gig) == [other]
    for method, path in (
        ("GET", ""),
        ("PUT", ""),
        ("DELETE", ""),
        ("POST", "/stamp"),
        ("POST", "/preview"),
    ):
        body: dict[str, Any] = {"json": {}} if method == "PUT" else {}
        answer = await session.send(method, f"/v2/invoices/draft/{draft_id}{path}", **body)
        assert (answer.status_code, answer.json()["message"]) == (404, "Draft not found")


async def test_drafts_are_listed_newest_first_page_by_page(session: SandboxSession) -> None:
    gig = session.gig()
    ids = list[str]()
    for number in range(5):
        session.at(1000 + number)
        ids.append(await made(gig, **WHOLE))
    assert await ids_of(gig, limit=2) == ids[::-1]
    assert await ids_of(gig, sort="asc") == ids
    page = await gig.draft_invoices.list(limit=2)
    assert (page.total_results, page.has_more) == (5, True)
    assert next(iter(page)).to_dict() == (await gig.draft_invoices.get(ids[-1])).to_dict()


@pytest.mark.parametrize("notation", ["created_{}", "created[{}]"])
async def test_drafts_are_filtered_by_whole_seconds(session: SandboxSession, notation: str) -> None:
    gig = session.gig()
    ids = list[str]()
    for moment in (1000, 1001.25, 1001.999, 1002):
        session.at(moment)
        ids.append(await made(gig))
    one_second = {notation.format("gte"): 1001, notation.format("lte"): 1001}
    assert await ids_of(gig, sort="asc", extra_query=one_second) == ids[1:3]


async def test_teams_and_live_and_test_keys_see_their_own_drafts(session: SandboxSession) -> None:
    draft_id = await made(session.gig())
    for other in (session.gig(livemode=True), session.gig("team_norte")):
        assert await ids_of(other) == []
        with pytest.raises(NotFoundError):
            await other.draft_invoices.get(draft_id)
    live = await session.gig(livemode=True).draft_invoices.create(invoice_type="I")
    assert live.livemode is True


async def test_a_preview_is_shown_until_the_draft_changes(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    draft_id = await made(gig, **WHOLE)
    assert (await gig.draft_invoices.get(draft_id)).preview is None
    preview = await gig.draft_invoices.preview(draft_id)
    assert preview.media_type == "application/pdf"
    text = text_of(preview.content)
    assert "Sin Validez Fiscal" in text
    assert "Servicio de consultoría" in text
    assert "Total: 5,800.00 MXN" in text
    kept = (await gig.draft_invoices.get(draft_id)).preview
    assert isinstance(kept, str)
    assert b64decode(kept) == preview.content
    assert [draft.preview async for draft in gig.draft_invoices.list()] == [None]
    assert session.sandbox.state.collection("team_sandbox", "invoices, test") == {}
    await gig.draft_invoices.update(draft_id, use="G01")
    assert (await gig.draft_invoices.get(draft_id)).preview is None


async def test_an_empty_draft_can_be_previewed(gig: Gigstack) -> None:
    preview = await gig.draft_invoices.preview(await made(gig))
    assert "Total: 0.00 MXN" in text_of(preview.content)


@pytest.mark.parametrize(("invoice_type", "series"), [("I", "A"), ("E", "NC")])
async def test_a_stamped_draft_becomes_an_invoice_and_is_gone(
    session: SandboxSession, invoice_type: str, series: str
) -> None:
    gig = session.gig()
    draft_id = await made(gig, **{**WHOLE, "invoice_type": invoice_type})
    invoice = await gig.draft_invoices.stamp(draft_id)
    assert (invoice.invoice_type, invoice.series, invoice.folio_number) == (invoice_type, series, 1)
    assert invoice.status == "stamped"
    assert (invoice.total, invoice.subtotal, invoice.taxes, invoice.use) == (5800, 5000, 800, "G03")
    assert invoice.metadata == WHOLE["metadata"]
    assert await ids_of(gig) == []
    with pytest.raises(NotFoundError):
        await gig.draft_invoices.stamp(draft_id)
    kept = session.sandbox.state.collection("team_sandbox", "invoices, test")
    assert [*kept] == [invoice.uuid]
    assert [event.type for event in session.sandbox.state.events][-1] == "invoice.created"


async def test_a_stamped_draft_is_an_invoice_like_any_other(gig: Gigstack) -> None:
    income = await gig.draft_invoices.stamp(await made(gig, **WHOLE))
    egress = await gig.draft_invoices.stamp(await made(gig, **{**WHOLE, "invoice_type": "E"}))
    assert (await gig.income_invoices.get(income.uuid or "")).total == 5800
    assert (await gig.egress_invoices.get(egress.uuid or "")).invoice_type == "E"


async def test_a_draft_with_complement_automation_becomes_ppd(
    gig: Gigstack,
) -> None:
    draft_id = await made(
        gig, client=CLIENT, items=[ITEM], automation_type="payment_and_complement"
    )
    invoice = await gig.draft_invoices.stamp(draft_id)
    assert (invoice.payment_method, invoice.payment_form, invoice.last_balance) == (
        "PPD",
        "99",
        5800,
    )


async def test_series_and_folio_asked_for_are_those_of_the_invoice(gig: Gigstack) -> None:
    draft = await gig.draft_invoices.create(**WHOLE, series="WEB", folio_number=77)
    assert (draft.series, draft.folio_number) == ("WEB", 77)
    invoice = await gig.draft_invoices.stamp(draft.id or "")
    assert (invoice.series, invoice.folio_number) == ("WEB", 77)
    assert (
        await gig.draft_invoices.stamp(await made(gig, **WHOLE, series="WEB"))
    ).folio_number == 78


async def test_an_incomplete_draft_is_refused_with_missing_fields(gig: Gigstack) -> None:
    draft_id = await made(gig, currency="USD")

    async def lacking() -> list[str]:
        with pytest.raises(BadRequestError, match="cannot be stamped yet") as caught:
            await gig.draft_invoices.stamp(draft_id)
        assert (caught.value.status, caught.value.code) == (400, "missing_required_field")
        details: Any = caught.value.details
        return [str(detail).removesuffix(": required") for detail in details]

    assert await lacking() == ["client", "items"]
    await gig.draft_invoices.update(draft_id, exchange_rate=18.5, items=[ITEM, {"quantity": 2}])
    assert await lacking() == ["client", "items.1.description", "items.1.unit_price"]
    await gig.draft_invoices.update(draft_id, items=[ITEM], client=CLIENT)
    invoice = await gig.draft_invoices.stamp(draft_id)
    assert (invoice.currency, invoice.exchange_rate, invoice.total) == ("USD", 18.5, 5800)


async def test_a_draft_is_stamped_for_its_client_as_it_is_now(gig: Gigstack) -> None:
    client = await gig.clients.create(name="Juan")
    draft_id = await made(gig, **{**WHOLE, "client": {"id": client.id}})
    with pytest.raises(StampingError, match="no RFC"):
        await gig.draft_invoices.stamp(draft_id)
    await gig.clients.update(client.id or "", tax_id=CLIENT["tax_id"])
    draft = await gig.draft_invoices.get(draft_id)
    assert draft.client is not None
    assert draft.client.tax_id == CLIENT["tax_id"]
    await gig.clients.delete(client.id or "")
    with pytest.raises(BadRequestError, match="update it with client"):
        await gig.draft_invoices.stamp(draft_id)


async def test_a_draft_that_the_sat_refuses_stays_and_uses_no_folio(gig: Gigstack) -> None:
    draft_id = await made(gig, **{**WHOLE, "client": {"tax_id": min(EFOS)}})
    with pytest.raises(StampingError, match="blacklist"):
        await gig.draft_invoices.stamp(draft_id)
    await gig.draft_invoices.update(draft_id, client=CLIENT)
    assert (await gig.draft_invoices.stamp(draft_id)).folio_number == 1
