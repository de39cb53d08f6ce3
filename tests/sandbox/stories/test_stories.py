"""Whole billing flows, each across several resources, as a team would live them."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from gigstack_api import (
    BadRequestError,
    Gigstack,
    Match,
    NotFoundError,
    OutcomeUnknownError,
    RetryPolicy,
)
from gigstack_api.models import Invoice
from gigstack_api.sandbox import Fault

from ...support.sandbox import SandboxSession
from ..sat.scenario import NOW_S, day, ready

pytestmark = pytest.mark.anyio
CFDI = "{http://www.sat.gob.mx/cfd/4}"
RFC = "PEGJ800101ABC"
JUAN: Any = Match(
    "tax_id", RFC, name="Juan Pérez", legal_name="JUAN PEREZ GARCIA", email="juan@ejemplo.com"
)
IVA: Any = {
    "type": "IVA",
    "rate": 0.16,
    "factor": "Tasa",
    "withholding": False,
    "inclusive": False,
}
HOUR: Any = {"description": "Hora de consultoría", "unit_price": 1000, "taxes": [IVA]}


@pytest.fixture(autouse=True)
def at_noon(session: SandboxSession) -> None:
    session.at(NOW_S)


async def balance(gig: Gigstack, invoice: Invoice) -> float:
    return float((await gig.income_invoices.get(invoice.uuid or "")).last_balance or 0)


async def test_from_the_charge_to_the_substituted_invoice(
    gig: Gigstack,
) -> None:
    hour = await gig.services.create(**HOUR)
    asked = await gig.payments.request(
        client=JUAN, items=[{"id": hour.id, "quantity": 3}], automation_type="pue_invoice"
    )
    assert (asked.status, asked.total, asked.invoices) == ("requires_payment_method", 3480, [])

    paid = await gig.payments.mark_as_paid(asked.id or "", payment_form="03")
    [uuid] = [str(invoice) for invoice in paid.invoices or ()]
    wrong = await gig.income_invoices.get(uuid)
    assert (wrong.payment_method, wrong.payment_form, wrong.total, wrong.payments) == (
        "PUE",
        "03",
        3480,
        [asked.id],
    )

    files = await gig.invoices.get_files(uuid)
    pdf, xml = await gig.download(files.pdf or ""), await gig.download(files.xml or "")
    assert (
        uuid.upper()
        in "".join(page.extract_text() for page in PdfReader(BytesIO(pdf.content)).pages).upper()
    )
    cfdi = fromstring(xml.content)
    [receiver] = cfdi.iter(f"{CFDI}Receptor")
    assert (cfdi.tag, cfdi.get("Total"), receiver.get("Rfc")) == (
        f"{CFDI}Comprobante",
        "3480.00",
        RFC,
    )
    assert (await gig.invoices.resend_email(uuid, emails=["caja@ejemplo.com"])).recipients == [
        "juan@ejemplo.com",
        "caja@ejemplo.com",
    ]

    right = await gig.income_invoices.create(
        client=JUAN,
        items=[{"id": hour.id, "quantity": 3, "discount": 80}],
        payment_form="03",
        related_documents=[{"relationship": "04", "documents": [uuid]}],
    )
    canceled = await gig.invoices.cancel(uuid, motive="01", substitution_uuid=right.uuid or "")
    assert canceled.cancellation is not None
    assert (canceled.status, canceled.cancellation.substitution_uuid) == ("cancelled", right.uuid)
    assert [invoice.uuid async for invoice in gig.income_invoices.list(status="valid")] == [
        right.uuid
    ]
    assert len(await gig.clients.list()) == 1


async def test_a_ppd_invoice_is_paid_in_two_parts_to_a_balance_of_zero(gig: Gigstack) -> None:
    invoice = await gig.income_invoices.create(
        client=JUAN, items=[HOUR | {"quantity": 10}], payment_method="PPD"
    )
    assert await balance(gig, invoice) == 11600
    complements: list[Any] = []
    for amount, left in ((5000, 6600), (6600, 0)):
        part: Any = {"description": "Abono", "unit_price": amount, "taxes": []}
        payment = await gig.payments.register(
            client=JUAN, items=[part], payment_form="03", ppd_invoice_id=invoice.uuid
        )
        complements += payment.invoices or ()
        assert await balance(gig, invoice) == left
    assert [
        found.uuid
        async for found in gig.payment_complements.list(invoice_id=invoice.uuid or "", sort="asc")
    ] == complements
    files = await gig.invoices.get_files(str(complements[1]), file_type="xml")
    [paid] = fromstring((await gig.download(files.xml or "")).content).iter(
        "{http://www.sat.gob.mx/Pagos20}DoctoRelacionado"
    )
    amounts = [
        paid.get(name)
        for name in ("NumParcialidad", "ImpSaldoAnt", "ImpPagado", "ImpSaldoInsoluto")
    ]
    assert amounts == ["2", "6600.00", "6600.00", "0.00"]
    with pytest.raises(BadRequestError, match="complements"):
        await gig.invoices.cancel(invoice.uuid or "", motive="02")
    for listed in (*complements, invoice.uuid):
        assert (await gig.invoices.cancel(str(listed), motive="02")).status == "cancelled"


async def test_receipts_are_invoiced_to_their_client_or_to_the_public(
    session: SandboxSession, gig: Gigstack
) -> None:
    client = await gig.clients.create(name="Juan Pérez")
    sale: Any = {"client": {"id": client.id}, "items": [HOUR], "payment_form": "01"}
    mine = [(await gig.receipts.create(**sale)).id or "" for _ in range(2)]
    walk_in: Any = {
        "client": {"name": "Mostrador"},
        "items": [HOUR],
        "payment_form": "01",
        "automation_type": "receipt",
    }
    paid = [await gig.payments.register(**walk_in) for _ in range(2)]
    counter = [receipt_id for payment in paid for receipt_id in payment.receipts or ()]
    before = await gig.clients.stamp_pending_receipts(client.id or "")
    assert (before.stamped, before.failed) == (0, 2)
    await gig.clients.update(client.id or "", tax_id=RFC, legal_name="JUAN PEREZ GARCIA")
    after = await gig.clients.stamp_pending_receipts(client.id or "")
    assert (after.stamped, after.failed, after.remaining) == (2, 0, 0)
    assert [
        invoice.client.tax_id async for invoice in gig.income_invoices.list() if invoice.client
    ] == [
        RFC,
        RFC,
    ]

    waiting = [receipt.id async for receipt in gig.receipts.list(status="pending", sort="asc")]
    assert waiting == counter
    for receipt_id in counter:
        stamped = await gig.receipts.stamp(str(receipt_id), stamp_to="general_public_national")
        public = (await gig.income_invoices.get(stamped.uuid or "")).to_dict()
        assert (public["client"]["tax_id"], public["global"]["periodicity"]) == (
            "XAXX010101000",
            "04",
        )
        payment = await gig.payments.get(public["payments"][0])
        assert payment.invoices == [stamped.uuid]
    assert [receipt.id async for receipt in gig.receipts.list(status="completed", sort="asc")] == [
        *mine,
        *counter,
    ]
    session.at(NOW_S + 24 * 3600)
    assert [receipt.status async for receipt in gig.receipts.list()] == ["completed"] * 4


async def test_a_credit_note_gives_back_what_a_refund_gave_back(gig: Gigstack) -> None:
    payment = await gig.payments.register(
        client=JUAN,
        items=[HOUR | {"quantity": 2}],
        payment_form="03",
        automation_type="pue_invoice",
    )
    [uuid] = [str(invoice) for invoice in payment.invoices or ()]
    refunded = await gig.payments.refund(payment.id or "", amount=1160, reason="una hora de menos")
    assert (refunded.status, (await gig.income_invoices.get(uuid)).invoices) == ("succeeded", [])
    note = await gig.egress_invoices.create(
        client=JUAN,
        items=[HOUR],
        payment_form="03",
        related_documents=[{"relationship": "01", "documents": [uuid]}],
    )
    assert (note.total, note.series, note.invoices) == (1160, "NC", [uuid])
    assert (await gig.income_invoices.get(uuid)).invoices == [note.uuid]
    with pytest.raises(BadRequestError, match="credit notes"):
        await gig.invoices.cancel(uuid, motive="03")
    assert {invoice.uuid async for invoice in gig.invoices.search(q=RFC)} == {note.uuid, uuid}


async def test_a_draft_is_filled_in_looked_at_and_stamped(gig: Gigstack) -> None:
    draft = await gig.draft_invoices.create(invoice_type="I")
    with pytest.raises(BadRequestError, match="client, items"):
        await gig.draft_invoices.stamp(draft.id or "")
    filled = await gig.draft_invoices.update(
        draft.id or "",
        client=JUAN,
        items=[HOUR],
        currency="MXN",
        payment_method="PPD",
        payment_form="99",
        use="G03",
    )
    assert (filled.total, len(await gig.income_invoices.list())) == (1160, 0)
    await gig.draft_invoices.preview(draft.id or "")
    invoice = await gig.draft_invoices.stamp(draft.id or "")
    assert await balance(gig, await gig.income_invoices.get(invoice.uuid or "")) == 1160
    with pytest.raises(NotFoundError):
        await gig.draft_invoices.get(draft.id or "")


async def test_one_key_bills_for_three_teams(gig: Gigstack) -> None:
    new = await gig.teams.create(
        brand={"alias": "Sucursal Centro"},
        tax_id="SCE200101AB1",
        tax_system="601",
        address={"country": "MEX", "zip": "03100"},
    )
    issuers: dict[str, Any] = {}
    for team in ("team_norte", "team_sur", new.id or ""):
        view = gig.for_team(team)
        payment = await view.payments.register(
            client=JUAN, items=[HOUR], payment_form="03", automation_type="pue_invoice"
        )
        [invoice] = await view.income_invoices.list().collect()
        assert (payment.invoices, invoice.series, invoice.folio_number) == ([invoice.uuid], "A", 1)
        issuers[team] = invoice.to_dict()["issuer_info"]["tax_id"]
        assert payment.team == team
    assert issuers == {
        "team_norte": "SNP190305KJ2",
        "team_sur": "SSP200711RT4",
        new.id: "SCE200101AB1",
    }
    assert (
        len(await gig.income_invoices.list()),
        len(await gig.payments.list()),
        len(await gig.clients.list()),
    ) == (0, 0, 0)


async def test_issued_invoices_come_back_in_one_sat_package(session: SandboxSession) -> None:
    gig = await ready(session.gig(livemode=True))
    payment = await gig.payments.register(
        client=JUAN, items=[HOUR], payment_form="03", automation_type="pue_invoice"
    )
    [uuid] = [str(invoice) for invoice in payment.invoices or ()]
    job = await gig.sat_download.create_request(
        start_date=day(1), end_date=day(0), rfc_type="issued"
    )
    seen: list[Any] = []
    for seconds in (0, 1, 2, 5):
        session.at(NOW_S + seconds)
        seen.append((await gig.sat_download.get_request(job.id or "")).status)
    assert seen == ["pending", "accepted", "processing", "completed"]
    done = await gig.sat_download.get_request(job.id or "")
    package = await gig.sat_download.download_package((done.packageIds or [""])[0])
    mirrored = await gig.sat_invoices.get(uuid)
    with ZipFile(BytesIO(package.content)) as archive:
        assert archive.namelist() == [f"{uuid.upper()}.xml"]
        assert fromstring(archive.read(f"{uuid.upper()}.xml")).get("Total") == "1160.00"
    assert (mirrored.direction, mirrored.has_xml) == ("issued", True)


async def test_a_platform_retains_from_whom_it_also_invoices(gig: Gigstack) -> None:
    seller: Any = Match("tax_id", RFC, legal_name="JUAN PEREZ GARCIA", address={"zip": "03100"})
    await gig.income_invoices.create(client=seller, items=[HOUR], payment_form="03")
    retention = await gig.retentions.create(
        retention_key="26",
        client=seller,
        period_start=5,
        period_end=5,
        period_year=2026,
        total_operation=10000,
        taxes=[
            {"tax": "ISR", "base": 10000, "amount": 100},
            {"tax": "IVA", "base": 1600, "amount": 800},
        ],
        platform_services={
            "periodicity": "04",
            "services": [
                {
                    "payment_form": "02",
                    "service_type": "01",
                    "service_date": "2026-05-15",
                    "price_without_tax": 10000,
                    "tax_rate": 0.16,
                    "commission": 500,
                }
            ],
        },
    )
    assert retention.totals is not None
    assert (retention.totals.total_retained, len(await gig.clients.list())) == (900, 1)
    files = await gig.retentions.get_files(retention.id or "")
    document = fromstring((await gig.download(files.xml or "")).content)
    [platform] = [
        node for node in document.iter() if node.tag.endswith("}ServiciosPlataformasTecnologicas")
    ]
    assert (document.get("CveRetenc"), platform.get("NumServ")) == ("26", "1")
    assert (await gig.download(files.pdf or "")).content.startswith(b"%PDF")
    assert (await gig.retentions.cancel(retention.id or "")).status == "canceled"


@pytest.mark.parametrize("kind", ["cut_before", "cut_after", "cut_body"])
async def test_an_unknown_outcome_is_resolved_by_a_keyed_repeat(
    session: SandboxSession, gig: Gigstack, kind: str
) -> None:
    charge: Any = {
        "client": JUAN,
        "items": [HOUR],
        "payment_form": "03",
        "automation_type": "pue_invoice",
    }
    session.sandbox.faults.add(Fault("register_payment", kind=kind))
    with pytest.raises(OutcomeUnknownError) as caught:
        await gig.with_options(retries=RetryPolicy.none()).payments.register(**charge)
    payment = await gig.payments.register(
        **charge, idempotency_key=caught.value.idempotency_key or ""
    )
    assert [listed.id async for listed in gig.payments.list()] == [payment.id]
    assert [invoice.uuid async for invoice in gig.income_invoices.list()] == payment.invoices

    session.sandbox.faults.add(Fault("register_payment", kind=kind))
    again = await gig.payments.register(**charge)
    assert [listed.id async for listed in gig.payments.list()] == [again.id, payment.id]
    assert len(await gig.income_invoices.list()) == 2
