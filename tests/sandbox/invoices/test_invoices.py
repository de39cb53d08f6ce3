"""Income invoices, credit notes and complements, from their creation to their cancellation."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from pypdf import PdfReader

from gigstack_api import (
    BadRequestError,
    ConflictError,
    Gigstack,
    Match,
    MultipleMatchesError,
    NotFoundError,
    StampingError,
    ValidationError,
)
from gigstack_api.models import Invoice
from gigstack_api.sandbox.rules.invoices import cfdi_errors
from gigstack_api.sandbox.rules.invoices.stamping import stamp_complement
from gigstack_api.sandbox.state import EFOS

from ...support.sandbox import SandboxSession, call_on
from ..pdf import MORAL

pytestmark = pytest.mark.anyio
RFC = "PEGJ800101ABC"
CLIENT: Any = {"name": "Juan Pérez García", "tax_id": RFC, "email": "juan@ejemplo.com"}
CLIENT_FIELDS: Any = {name: value for name, value in CLIENT.items() if name != "tax_id"}
IVA: Any = {
    "type": "IVA",
    "rate": 0.16,
    "factor": "Tasa",
    "withholding": False,
    "inclusive": False,
}
ITEM: Any = {
    "description": "Consulting",
    "quantity": 1,
    "unit_price": 100,
    "taxes": [IVA],
}
NOBODY = "12345678-1234-1234-1234-123456789012"


async def income(gig: Gigstack, **fields: Any) -> Invoice:
    body: Any = {"client": Match("tax_id", RFC, **CLIENT_FIELDS), "items": [ITEM], **fields}
    return await gig.income_invoices.create(**body)


async def credit(gig: Gigstack, invoice: Invoice, **fields: Any) -> Invoice:
    related = [{"relationship": "01", "documents": [invoice.uuid]}]
    client = {"id": invoice.client.id if invoice.client else None}
    body: Any = {"client": client, "items": [ITEM], "related_documents": related, **fields}
    return await gig.egress_invoices.create(**body)


def pay(session: SandboxSession, uuid: str | None, amount: float, *, livemode: bool = False) -> str:
    """A complement as a payment makes it: the UUID of it."""
    call = call_on(session.sandbox.state, livemode=livemode)
    made = stamp_complement(
        call,
        call.documents("invoices")[uuid or ""],
        amount,
        {"id": "payment_1", "payment_form": "03"},
    )
    return str(made["uuid"])


def events(session: SandboxSession) -> list[str]:
    return [
        event.type for event in session.sandbox.state.events if event.type.startswith("invoice")
    ]


async def uuids(gig: Gigstack, **query: Any) -> list[str]:
    return [invoice.uuid async for invoice in gig.income_invoices.list(**query)]


async def test_an_income_invoice_is_stamped_at_once_with_its_totals(
    session: SandboxSession,
) -> None:
    session.at(1_700_000_000)
    gig = session.gig()
    client = await gig.clients.create(**CLIENT)
    invoice = await gig.income_invoices.create(
        client={"id": client.id},
        items=[
            ITEM
            | {
                "quantity": 2,
                "taxes": [IVA, {"type": "ISR", "rate": 0.1, "factor": "Tasa", "withholding": True}],
            }
        ],
        metadata={"project": "PROJ-1"},
        emails=["cliente@empresa.com"],
        send_email=True,
        automation_type="pue_invoice",
    )
    given = invoice.to_dict()
    assert (invoice.status, given["invoice_type"], given["livemode"], given["created_at"]) == (
        "stamped",
        "I",
        False,
        1_700_000_000,
    )
    assert (given["subtotal"], given["taxes"], given["withholding_taxes"], given["total"]) == (
        200,
        32,
        20,
        212,
    )
    assert (
        given["series"],
        given["folio_number"],
        given["payment_method"],
        given["last_balance"],
    ) == ("A", 1, "PUE", 0)
    assert (given["client"]["id"], given["metadata"], given["emails"]) == (
        client.id,
        {"project": "PROJ-1"},
        ["cliente@empresa.com"],
    )
    read = (await gig.income_invoices.get(invoice.uuid or "")).to_dict()
    assert read == {**given, "status": "valid"}
    assert (await gig.income_invoices.get(str(invoice.uuid).upper())).to_dict() == read
    assert events(session) == ["invoice.created"]


async def test_every_example_of_the_docs_is_accepted(session: SandboxSession) -> None:
    gig = session.gig()
    client = await gig.clients.create(**CLIENT)
    spec: Any = {
        "/v2/invoices/income": {
            "use": "P01",
            "payment_form": "03",
            "payment_method": "PUE",
            "automation_type": "pue_invoice",
        },
        "/v2/invoices/egress": {"use": "P01", "payment_form": "03", "automation_type": "payment"},
    }
    for path, fields in spec.items():
        body = {
            **fields,
            "currency": "MXN",
            "client": {"id": client.id},
            "items": [{**ITEM, "sku": "A"}],
            "send_email": True,
        }
        answer = await session.send("POST", path, json=body)
        assert (answer.status_code, answer.json()["data"]["use"]) == (200, "P01")
        assert answer.json()["message"] == "Invoice created successfully"


async def test_a_client_is_found_by_match_or_created_or_updated(session: SandboxSession) -> None:
    gig = session.gig()
    first = await gig.income_invoices.create(client=Match("tax_id", RFC, name="Juan"), items=[ITEM])
    second = await gig.income_invoices.create(
        client=Match("tax_id", RFC, name="Pedro"), items=[ITEM]
    )
    third = await gig.income_invoices.create(
        client=Match("tax_id", RFC, update=True, name="Pedro"), items=[ITEM]
    )
    clients = [entry.client for entry in (first, second, third)]
    assert [client.name if client else None for client in clients] == ["Juan", "Juan", "Pedro"]
    assert len({client.id if client else None for client in clients}) == 1
    assert (await gig.income_invoices.get(first.uuid or "")).to_dict()["client"]["name"] == "Juan"
    await gig.clients.create(tax_id=RFC)
    with pytest.raises(MultipleMatchesError):
        await gig.income_invoices.create(client=Match("tax_id", RFC), items=[ITEM])


async def test_a_client_can_be_given_by_its_fields(gig: Gigstack) -> None:
    invoice = await gig.income_invoices.create(client=CLIENT, items=[ITEM])
    assert [client.id async for client in gig.clients.list()] == [invoice.to_dict()["client"]["id"]]


async def test_an_item_takes_over_what_its_service_says(gig: Gigstack) -> None:
    service = await gig.services.create(
        description="Design", unit_price=500, taxes=[IVA], product_key="80141503"
    )
    invoice = await income(
        gig, items=[{"id": service.id, "quantity": 2}, {"id": service.id, "unit_price": 50}]
    )
    given = invoice.to_dict()
    assert [
        (item["description"], item["unit_price"], item["product_key"]) for item in given["items"]
    ] == [
        ("Design", 500, "80141503"),
        ("Design", 50, "80141503"),
    ]
    assert (given["subtotal"], given["total"]) == (1050, 1218)


@pytest.mark.parametrize(
    "fields", [{"client": {"id": "client_nobody"}}, {"items": [{"id": "service_none"}]}]
)
async def test_unknown_clients_and_services_cannot_be_invoiced(
    session: SandboxSession, fields: dict[str, Any]
) -> None:
    with pytest.raises(NotFoundError):
        await income(session.gig(), **fields)
    assert events(session) == []


async def test_a_blacklisted_client_is_refused_and_nothing_is_stored(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    with pytest.raises(StampingError) as caught:
        await gig.income_invoices.create(
            client=Match("tax_id", min(EFOS), name="A"),
            items=[ITEM | {"search": {"on_key": "sku", "on_value": "X"}}],
        )
    assert (caught.value.status, caught.value.code) == (400, "cfdi_service_error")
    assert await gig.clients.list().collect() == []
    assert await gig.services.list().collect() == []
    assert await uuids(gig) == []
    assert events(session) == ["invoice.failed"]


async def test_the_catalogue_explains_why_an_invoice_was_refused(gig: Gigstack) -> None:
    with pytest.raises(StampingError) as caught:
        await income(gig, items=[{**ITEM, "discount": 500}], currency="USD")
    codes = [str(detail).partition(":")[0] for detail in caught.value.details]
    assert codes == ["CFDI40169", "301"]
    for code in codes:
        [error] = await gig.invoices.list_errors(code=code).collect()
        assert (error.code, bool(error.solution)) == (code, True)


async def test_a_credit_note_belongs_to_its_income_invoice(session: SandboxSession) -> None:
    gig = session.gig()
    invoice = await income(gig, payment_method="PPD")
    assert invoice.last_balance == 116
    note = await credit(gig, invoice, items=[{**ITEM, "unit_price": 50}])
    given = note.to_dict()
    assert (given["invoice_type"], given["series"], given["total"], given["use"]) == (
        "E",
        "NC",
        58,
        "G02",
    )
    assert (given["related_documents"], given["invoices"]) == (
        [{"relationship": "01", "documents": [invoice.uuid]}],
        [invoice.uuid],
    )
    after = await gig.income_invoices.get(invoice.uuid or "")
    assert (after.last_balance, after.invoices) == (58, [note.uuid])
    assert [listed.uuid async for listed in gig.egress_invoices.list()] == [note.uuid]
    assert (await gig.egress_invoices.get(note.uuid or "")).status == "valid"


async def test_each_type_is_read_under_its_own_path_only(session: SandboxSession) -> None:
    gig = session.gig()
    invoice = await income(gig, payment_method="PPD")
    note = await credit(gig, invoice, items=[{**ITEM, "unit_price": 1}])
    paid = pay(session, invoice.uuid, 100)
    made: dict[Any, str | None] = {
        gig.income_invoices: invoice.uuid,
        gig.egress_invoices: note.uuid,
        gig.payment_complements: paid,
    }
    for resource, mine in made.items():
        assert [entry.uuid async for entry in resource.list()] == [mine]
        for uuid in made.values():
            if uuid == mine:
                assert (await resource.get(uuid or "")).uuid == mine
            else:
                with pytest.raises(NotFoundError, match="The specified invoice does not exist"):
                    await resource.get(uuid or "")


async def test_complements_are_listed_by_their_invoice(session: SandboxSession) -> None:
    gig = session.gig()
    one, other = await income(gig, payment_method="PPD"), await income(gig, payment_method="PPD")
    mine = [pay(session, one.uuid, amount) for amount in (16, 100)]
    theirs = pay(session, other.uuid, 116)
    listed = gig.payment_complements.list(invoice_id=str(one.uuid).upper(), sort="asc")
    assert [entry.uuid async for entry in listed] == mine
    assert [invoice.uuid async for invoice in gig.payment_complements.list(sort="asc")] == [
        *mine,
        theirs,
    ]
    assert await gig.payment_complements.list(invoice_id=NOBODY).collect() == []
    after = await gig.income_invoices.get(one.uuid or "")
    assert (after.last_balance, after.payment_complements, after.payments) == (
        0,
        116,
        ["payment_1"],
    )


async def test_invoices_are_filtered_by_every_list_parameter(session: SandboxSession) -> None:
    gig = session.gig()
    client = await gig.clients.create(tax_id="XAXX010101000")
    plain = (await income(gig)).uuid
    of_client = (await income(gig, client={"id": client.id})).uuid
    in_b = (await income(gig, series="B", metadata={"order": {"id": 7}})).uuid
    deferred = (await income(gig, payment_method="PPD")).uuid
    gone = (await income(gig)).uuid
    await gig.invoices.cancel(gone or "", motive="02")
    everything = [plain, of_client, in_b, deferred, gone]
    expected: list[tuple[dict[str, Any], list[str]]] = [
        ({}, everything),
        ({"status": "valid"}, everything[:-1]),
        ({"status": "stamped"}, everything[:-1]),
        ({"status": "canceled"}, [gone]),
        ({"status": "cancelled"}, [gone]),
        ({"status": "pending"}, []),
        ({"client_id": client.id}, [of_client]),
        ({"client_id": "client_nobody"}, []),
        ({"series": "B"}, [in_b]),
        ({"payment_method": "PPD"}, [deferred]),
        ({"payment_method": "PUE", "status": "valid"}, [plain, of_client, in_b]),
        ({"metadata": {"order.id": 7}}, [in_b]),
        ({"created_lte": 1}, []),
    ]
    for query, found in expected:
        assert await uuids(gig, sort="asc", **query) == found, query
        assert await uuids(gig, sort="asc", limit=1, **query) == found, query
    assert (await gig.income_invoices.list(series="B")).total_results == 1


async def test_the_same_idempotency_key_gives_the_first_invoice_again(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    first = await income(gig, idempotency_key="order-1")
    again = await income(gig, idempotency_key="order-1")
    assert again.to_dict() == first.to_dict()
    assert first.to_dict()["idempotency_key"] == "order-1"
    with pytest.raises(ConflictError, match="another body"):
        await income(gig, idempotency_key="order-1", items=[{**ITEM, "unit_price": 5}])
    note = await gig.egress_invoices.create(
        client=Match("tax_id", RFC, **CLIENT_FIELDS), items=[ITEM], idempotency_key="order-1"
    )
    live = await income(session.gig(livemode=True), idempotency_key="order-1")
    assert len({first.uuid, note.uuid, live.uuid}) == 3
    assert await uuids(gig) == [first.uuid]


async def test_a_key_whose_invoice_was_refused_can_be_used_again(gig: Gigstack) -> None:
    with pytest.raises(StampingError):
        await income(gig, idempotency_key="order-1", items=[])
    assert (await income(gig, idempotency_key="order-1")).folio_number == 1


async def test_live_and_test_keys_and_teams_see_their_own_invoices(session: SandboxSession) -> None:
    test, live = session.gig(), session.gig(livemode=True)
    norte = test.for_team("team_norte")
    made = {gig: await income(gig) for gig in (test, live, norte)}
    assert [invoice.livemode for invoice in made.values()] == [False, True, False]
    assert [invoice.folio_number for invoice in made.values()] == [1, 1, 1]
    for gig, invoice in made.items():
        assert await uuids(gig) == [invoice.uuid]
        for other in made.keys() - {gig}:
            for call in (other.income_invoices.get, other.invoices.get_files):
                with pytest.raises(NotFoundError):
                    await call(invoice.uuid or "")
            with pytest.raises(NotFoundError):
                await other.invoices.cancel(invoice.uuid or "", motive="02")
    assert made[norte].to_dict()["issuer_info"]["tax_id"] == "SNP190305KJ2"


async def test_the_files_of_an_invoice_can_be_downloaded(session: SandboxSession) -> None:
    gig = session.gig()
    invoice = await income(gig)
    files = await gig.invoices.get_files(invoice.uuid or "")
    assert files.to_dict() == invoice.to_dict()["files"]
    pdf = await gig.download(files.pdf or "", media_type="application/pdf")
    assert pdf.media_type == "application/pdf"
    assert str(invoice.uuid) in PdfReader(BytesIO(pdf.content)).pages[0].extract_text()
    xml = await gig.download(files.xml or "")
    assert fromstring(xml.content).get("Total") == "116.00"
    assert str(invoice.uuid).upper().encode() in xml.content


async def test_one_file_can_be_asked_for(session: SandboxSession) -> None:
    gig = session.gig()
    invoice = await income(gig)
    for kind in ("pdf", "xml"):
        assert list(
            (await gig.invoices.get_files(invoice.uuid or "", file_type=kind)).to_dict()
        ) == [kind]
    with pytest.raises(ValidationError, match="file_type must be pdf or xml"):
        await gig.invoices.get_files(invoice.uuid or "", file_type="docx")
    with pytest.raises(NotFoundError):
        await gig.invoices.get_files(NOBODY)


async def test_return_files_urls_false_omits_the_file_urls(gig: Gigstack) -> None:
    assert (await income(gig, return_files_urls=False)).files is None
    assert (await income(gig, return_files_urls=True)).files is not None
    assert all([invoice.files async for invoice in gig.income_invoices.list()])


async def test_support_documents_are_attached_to_an_invoice(session: SandboxSession) -> None:
    gig = session.gig()
    one, other = [str((await income(gig)).uuid) for _ in range(2)]
    made = await gig.invoices.upload_support_document(
        one, file=MORAL, documentType="contract", name="Contract"
    )
    assert made.to_dict()["linked_entities"][0]["entity_type"] == "invoice"
    assert [document.name async for document in gig.invoices.list_support_documents(one)] == [
        "Contract"
    ]
    assert await gig.invoices.list_support_documents(other).collect() == []
    with pytest.raises(NotFoundError):
        await gig.invoices.upload_support_document(NOBODY, file=MORAL, documentType="contract")
    with pytest.raises(NotFoundError):
        await gig.invoices.list_support_documents(NOBODY)


async def test_an_invoice_is_cancelled_with_a_substitution(session: SandboxSession) -> None:
    gig = session.gig()
    wrong = await income(gig)
    right = await income(gig, related_documents=[{"relationship": "04", "documents": [wrong.uuid]}])
    session.at(1_800_000_000.25)
    done = (
        await gig.invoices.cancel(
            wrong.uuid or "", motive="01", substitution_uuid=str(right.uuid).upper()
        )
    ).to_dict()
    assert done["status"] == "cancelled"
    assert done["cancellation"] == {
        "cancellation_status": "accepted",
        "cancellation_type": "normal",
        "code": "201",
        "requested_by": "user_sandbox",
        "motive": "01",
        "requested_at": 1_800_000_000_250,
        "cancelled_at": 1_800_000_000_250,
        "last_checked": 1_800_000_000_250,
        "substitution_uuid": right.uuid,
    }
    assert (await gig.income_invoices.get(wrong.uuid or "")).to_dict() == done
    assert (await gig.income_invoices.get(right.uuid or "")).status == "valid"
    assert events(session) == ["invoice.created", "invoice.created", "invoice.canceled"]


@pytest.mark.parametrize("motive", ["02", "03", "04"])
async def test_the_other_motives_have_no_use_for_a_substitution(gig: Gigstack, motive: str) -> None:
    unused: list[Any] = [{}, {"substitution_uuid": NOBODY}]
    for more in unused:
        invoice = await income(gig)
        done = await gig.invoices.cancel(invoice.uuid or "", motive=motive, **more)
        assert done.cancellation is not None
        assert (done.status, done.cancellation.motive, done.cancellation.substitution_uuid) == (
            "cancelled",
            motive,
            None,
        )


async def test_a_cancellation_without_a_good_substitution_is_refused(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    wrong, gone = await income(gig), await income(gig)
    live = await income(session.gig(livemode=True))
    await gig.invoices.cancel(gone.uuid or "", motive="02")
    bad = {
        "": "missing_required_field",
        **dict.fromkeys(
            map(str, (NOBODY, wrong.uuid, gone.uuid, live.uuid)), "business_rule_violation"
        ),
    }
    for uuid, code in bad.items():
        with pytest.raises(BadRequestError) as caught:
            await gig.invoices.cancel(wrong.uuid or "", motive="01", substitution_uuid=uuid)
        assert caught.value.code == code
    with pytest.raises(ValidationError, match="needs substitution_uuid"):
        await gig.invoices.cancel(wrong.uuid or "", motive="01")
    assert (await gig.income_invoices.get(wrong.uuid or "")).status == "valid"


async def test_an_unknown_motive_is_refused_with_the_known_ones(
    gig: Gigstack,
) -> None:
    invoice = await income(gig)
    with pytest.raises(ValidationError, match="motive must be one of 01, 02, 03, 04") as caught:
        await gig.invoices.cancel(invoice.uuid or "", motive="05")
    assert len(caught.value.details) == 4


async def test_a_cancelled_invoice_cannot_be_cancelled_again(session: SandboxSession) -> None:
    gig = session.gig()
    invoice = await income(gig)
    await gig.invoices.cancel(invoice.uuid or "", motive="02")
    answer = await session.send("DELETE", f"/v2/invoices/{invoice.uuid}", json={"motive": "02"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "business_rule_violation")
    assert (
        answer.json()["error"]["message"]
        == "The invoice is already cancelled; only a valid one can be cancelled"
    )
    assert events(session).count("invoice.canceled") == 1
    with pytest.raises(NotFoundError):
        await gig.invoices.cancel(NOBODY, motive="02")


async def test_an_invoice_is_cancelled_after_what_depends_on_it(session: SandboxSession) -> None:
    gig = session.gig()
    invoice = await income(gig, payment_method="PPD")
    paid = pay(session, invoice.uuid, 16)
    note = await credit(gig, invoice, items=[{**ITEM, "unit_price": 50}])
    with pytest.raises(
        BadRequestError, match="Cancel the complements, credit notes and other documents"
    ) as caught:
        await gig.invoices.cancel(invoice.uuid or "", motive="02")
    assert caught.value.details == [paid, note.uuid]
    balances: list[float | None] = []
    for uuid in (paid, note.uuid, invoice.uuid):
        await gig.invoices.cancel(uuid or "", motive="02")
        balances.append((await gig.income_invoices.get(invoice.uuid or "")).last_balance)
    assert balances == [58, 116, 0]
    assert (await gig.payment_complements.get(paid)).status == "cancelled"


async def test_an_invoice_is_cancelled_after_one_that_relates_to_it(gig: Gigstack) -> None:
    advance = await income(gig)
    relation = {"relationship": "07", "documents": [advance.uuid]}
    whole = await income(gig, related_documents=[relation])
    with pytest.raises(BadRequestError, match="other documents of the invoice first") as caught:
        await gig.invoices.cancel(advance.uuid or "", motive="02")
    assert caught.value.details == [whole.uuid]
    for uuid in (whole.uuid, advance.uuid):
        assert (await gig.invoices.cancel(uuid or "", motive="02")).status == "cancelled"


@pytest.mark.parametrize(
    ("relationship", "told"),
    [("04", ""), (None, ", but its substitute does not relate to it with relationship 04")],
)
async def test_a_cancellation_tells_of_a_substitute_without_relation(
    session: SandboxSession, relationship: str | None, told: str
) -> None:
    gig = session.gig()
    wrong, another = await income(gig), await income(gig)
    related = [{"relationship": "04", "documents": [another.uuid]}]
    if relationship:
        related.append({"relationship": relationship, "documents": [str(wrong.uuid).upper()]})
    right = await income(gig, related_documents=related)
    answer = await session.send(
        "DELETE",
        f"/v2/invoices/{wrong.uuid}",
        json={"motive": "01", "substitution_uuid": right.uuid},
    )
    assert answer.json()["message"] == f"Invoice canceled successfully{told}"


@pytest.mark.parametrize("q", ["Juan", "perez", "garzia", "PEGJ800101ABC", "pegj"])
async def test_invoices_are_searched_by_client_of_any_type(session: SandboxSession, q: str) -> None:
    gig = session.gig()
    invoice = await income(gig)
    note = await credit(gig, invoice)
    await gig.income_invoices.create(
        client=Match("tax_id", "XAXX010101000", name="Público en general"), items=[ITEM]
    )
    found = [listed.uuid async for listed in gig.invoices.search(q=q)]
    assert sorted(found, key=str) == sorted([invoice.uuid, note.uuid], key=str)


async def test_a_search_finds_a_uuid_and_is_filtered_and_paged(session: SandboxSession) -> None:
    gig = session.gig()
    made = [await income(gig) for _ in range(3)]
    await gig.invoices.cancel(made[0].uuid or "", motive="02")
    assert [invoice.uuid async for invoice in gig.invoices.search(q=str(made[1].uuid))] == [
        made[1].uuid
    ]
    assert [
        invoice.uuid async for invoice in gig.invoices.search(q="juan", status="cancelled")
    ] == [made[0].uuid]
    client_id = made[0].to_dict()["client"]["id"]
    assert len(await gig.invoices.search(q="juan", client_id=client_id, limit=2).collect()) == 3
    assert await gig.invoices.search(q="juan", client_id="client_nobody").collect() == []
    assert await gig.invoices.search(q="A", fields="series").collect() != []
    answer = await session.send(
        "GET", "/v2/invoices/search", params={"q": "juan", "limit": 2, "page": 2}
    )
    assert [answer.json()[name] for name in ("found", "page", "per_page")] == [3, 2, 2]
    assert len(answer.json()["data"]) == 1
    assert await session.gig(livemode=True).invoices.search(q="juan").collect() == []


async def test_an_invoice_is_sent_to_its_client_and_to_others_once(gig: Gigstack) -> None:
    invoice = await income(
        gig,
        series="F",
        client={"id": (await gig.clients.create(bcc=["b@ejemplo.com"], **CLIENT)).id},
    )
    sent = await gig.invoices.resend_email(
        invoice.uuid or "", emails=["c@ejemplo.com", "juan@ejemplo.com"]
    )
    assert sent.to_dict() == {
        "recipients": ["juan@ejemplo.com", "b@ejemplo.com", "c@ejemplo.com"],
        "attachments": ["F-1.pdf", "F-1.xml"],
    }


async def test_an_invoice_is_sent_to_the_current_email_of_its_client(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    invoice = await income(gig)
    client_id = invoice.to_dict()["client"]["id"]
    await gig.clients.update(client_id, email="nuevo@ejemplo.com")
    assert (await gig.invoices.resend_email(invoice.uuid or "")).recipients == ["nuevo@ejemplo.com"]
    await gig.clients.delete(client_id)
    assert (await gig.invoices.resend_email(invoice.uuid or "")).recipients == ["juan@ejemplo.com"]


async def test_an_invoice_without_recipients_is_not_sent(gig: Gigstack) -> None:
    invoice = await gig.income_invoices.create(client=Match("tax_id", RFC), items=[ITEM])
    with pytest.raises(ValidationError, match="send emails, or update the client"):
        await gig.invoices.resend_email(invoice.uuid or "")
    assert (await gig.invoices.resend_email(invoice.uuid or "", emails=["a@b.mx"])).recipients == [
        "a@b.mx"
    ]
    with pytest.raises(NotFoundError):
        await gig.invoices.resend_email(NOBODY)


async def test_the_catalogue_of_errors_is_listed_by_page(session: SandboxSession) -> None:
    gig = session.gig()
    everything = [error.code for error in cfdi_errors.CATALOGUE]
    assert [invoice.code async for invoice in gig.invoices.list_errors()] == everything
    assert [invoice.code async for invoice in gig.invoices.list_errors(limit=5)] == everything
    answer = (
        await session.send("GET", "/v2/invoices/errors", params={"page": 2, "limit": 3})
    ).json()
    assert [entry["code"] for entry in answer["data"]] == everything[3:6]
    assert (answer["success"], answer["total"], answer["page"], answer["limit"]) == (
        True,
        len(everything),
        2,
        3,
    )
    assert answer["timestamp"].endswith("Z")
    assert (await session.send("GET", "/v2/invoices/errors")).json()["limit"] == 50


ERRORS: list[tuple[dict[str, Any], set[str]]] = [
    ({"code": "CFDI140223"}, {"CFDI140223"}),
    ({"code": "cfdi140223"}, set()),
    ({"code": "CFDI140223", "type": "receiver"}, set()),
    ({"q": "código postal"}, {"CFDI40148", "CFDI40149"}),
    ({"q": "CODIGO POSTAL"}, {"CFDI40148", "CFDI40149"}),
    ({"q": "exchange_rate_of_peso"}, {"CFDI40114"}),
    (
        {"q": "CFDI4014", "type": "receiver"},
        {"CFDI40143", "CFDI40144", "CFDI40145", "CFDI40148", "CFDI40149"},
    ),
    ({"q": "no such words"}, set()),
    ({"type": "elsewhere"}, set()),
]


@pytest.mark.parametrize(("query", "codes"), ERRORS)
async def test_errors_are_found_by_code_words_and_type(
    gig: Gigstack, query: dict[str, Any], codes: set[str]
) -> None:
    assert {invoice.code async for invoice in gig.invoices.list_errors(**query)} == codes


def test_cfdi_error_codes_are_unique_and_cover_every_type() -> None:
    assert {error.type for error in cfdi_errors.CATALOGUE} == {
        "invoice",
        "receiver",
        "sender",
        "unknown",
    }
    assert len({error.code for error in cfdi_errors.CATALOGUE}) == len(cfdi_errors.CATALOGUE)
