"""Writes whose answer was lost, in each family: carried out or not, and what looking them up finds
out.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from attrs import frozen

from gigstack_api import Gigstack, Match, OutcomeUnknownError, RetryPolicy
from gigstack_api.reconcile.lookup import look_up
from gigstack_api.reconcile.tables import STRATEGIES
from gigstack_api.reconcile.tables.unobservable import UNOBSERVABLE
from gigstack_api.sandbox import Fault, Sandbox
from gigstack_api.sandbox.spec import operations

from ...support.clock import FakeClock
from ...support.sandbox import SandboxSession
from ..sat.scenario import CERTIFICATE, FIEL, REGISTRATION, day, received

pytestmark = pytest.mark.anyio
JUAN: Any = {
    "name": "Juan",
    "legal_name": "JUAN PEREZ",
    "tax_id": "PEGJ800101ABC",
    "address": {"zip": "03100"},
}
ITEM: Any = {
    "description": "Hora",
    "quantity": 2,
    "unit_price": 500,
    "product_key": "80141503",
    "unit_key": "E48",
}
SALE: Any = {"client": JUAN, "items": [ITEM]}
PAYMENT: Any = {**SALE, "payment_form": "03", "automation_type": "none"}
INVOICE: Any = {**SALE, "use": "G03", "payment_form": "03", "payment_method": "PUE"}
RETENTION: Any = {
    "retention_key": "26",
    "client": JUAN,
    "period_start": 1,
    "period_end": 1,
    "period_year": 2026,
    "total_operation": 1000,
    "taxes": [{"tax": "ISR", "base": 1000, "amount": 25}],
}
PDF = b"%PDF-1.7 a page"
HOOK: Any = {"url": "https://shop.example/hook", "events": ["payment.succeeded"]}
PERIOD: Any = {"start_date": day(30), "end_date": day(20)}
SCHEDULE: Any = {
    "enabled": True,
    "time": "21:00",
    "download_types": ["issued"],
    "days_back": 7,
}


async def nothing(gig: Gigstack) -> str:
    return ""


async def client(gig: Gigstack) -> str:
    return (await gig.clients.create(**JUAN)).id or ""


async def service(gig: Gigstack) -> str:
    return (await gig.services.create(description="Hora", sku="H", unit_price=500)).id or ""


async def invoice(gig: Gigstack) -> str:
    return (await gig.income_invoices.create(**INVOICE)).uuid or ""


async def draft(gig: Gigstack) -> str:
    return (await gig.draft_invoices.create(invoice_type="I", **INVOICE)).id or ""


async def asked(gig: Gigstack) -> str:
    return (await gig.payments.request(**SALE)).id or ""


async def paid(gig: Gigstack) -> str:
    return (await gig.payments.register(**PAYMENT)).id or ""


async def receipt(gig: Gigstack) -> str:
    return (await gig.receipts.create(**SALE)).id or ""


async def retention(gig: Gigstack) -> str:
    return (await gig.retentions.create(**RETENTION)).id or ""


async def team(gig: Gigstack) -> str:
    return (await gig.teams.create(brand={"alias": "Norte"})).id or ""


async def user(gig: Gigstack) -> str:
    return (await gig.users.create(email="ana@ejemplo.com", first_name="Ana")).id or ""


async def member(gig: Gigstack) -> str:
    user_id = await user(gig)
    await gig.teams.add_member("team_norte", id=user_id)
    return user_id


async def series(gig: Gigstack) -> str:
    return (await gig.teams.create_series("team_sandbox", series="W", test=5)).series or ""


async def hook(gig: Gigstack) -> str:
    return (await gig.webhooks.create(**HOOK)).id or ""


async def active(gig: Gigstack) -> str:
    await gig.sat_download.activate()
    return ""


async def set_up(gig: Gigstack) -> str:
    await gig.sat_download.activate()
    await gig.sat_download.upload_fiel(**FIEL)
    await gig.sat_download.register_business(**REGISTRATION)
    return ""


async def with_fiel(gig: Gigstack) -> str:
    await gig.sat_download.upload_fiel(**FIEL)
    return ""


async def stuck(gig: Gigstack) -> str:
    return (await received(gig, resource_status="building")).uuid or ""


@frozen
class Story:
    """A write, and what looking it up says when it was done, and when not."""

    operation: str
    write: Callable[[Gigstack, str], Awaitable[Any]]
    done: bool | None = True
    undone: bool | None = False
    before: Callable[[Gigstack], Awaitable[str]] = nothing


STORIES: Any = {
    "a client with an RFC": Story("create_client", lambda gig, _: gig.clients.create(**JUAN)),
    "a client with nothing but a phone": Story(
        "create_client", lambda gig, _: gig.clients.create(phone="5512345678"), None
    ),
    "an upsert": Story("create_client", lambda gig, _: gig.clients.upsert(on="tax_id", **JUAN)),
    "an upsert by metadata": Story(
        "create_client",
        lambda gig, _: gig.clients.upsert(
            on="metadata.external_id", name="Juan", metadata={"external_id": "E-1"}
        ),
    ),
    "an upsert that changes": Story(
        "create_client",
        lambda gig, _: gig.clients.upsert(
            on="tax_id", tax_id=JUAN["tax_id"], name="Pedro", update=True
        ),
        before=client,
    ),
    "an update of a client": Story(
        "update_client",
        lambda gig, it: gig.clients.update(it, name="Pedro", address={"city": "Puebla"}),
        before=client,
    ),
    "a deletion of a client": Story(
        "delete_client", lambda gig, it: gig.clients.delete(it), before=client
    ),
    "a document of a client": Story(
        "upload_client_support_document",
        lambda gig, it: gig.clients.upload_support_document(it, file=PDF, documentType="contract"),
        None,
        before=client,
    ),
    "a document of a payment": Story(
        "upload_payment_support_document",
        lambda gig, it: gig.payments.upload_support_document(it, file=PDF, documentType="contract"),
        None,
        before=asked,
    ),
    "a validation": Story(
        "validate_client", lambda gig, it: gig.clients.validate(it), None, None, client
    ),
    "pending receipts": Story(
        "stamp_client_pending_receipts",
        lambda gig, it: gig.clients.stamp_pending_receipts(it),
        None,
        None,
        client,
    ),
    "a service": Story(
        "create_service",
        lambda gig, _: gig.services.create(description="Hora", sku="H", unit_price=500),
    ),
    "an update of a service": Story(
        "update_service", lambda gig, it: gig.services.update(it, unit_price=600.5), before=service
    ),
    "a deletion of a service": Story(
        "delete_service", lambda gig, it: gig.services.delete(it), before=service
    ),
    "an invoice": Story(
        "create_income_invoice", lambda gig, _: gig.income_invoices.create(**INVOICE)
    ),
    "an invoice with metadata": Story(
        "create_income_invoice",
        lambda gig, _: gig.income_invoices.create(**INVOICE, metadata={"order": "7"}),
    ),
    "a credit note": Story(
        "create_egress_invoice",
        lambda gig, it: gig.egress_invoices.create(
            **INVOICE, related_documents=[{"relationship": "01", "documents": [it]}]
        ),
        before=invoice,
    ),
    "a cancellation": Story(
        "cancel_invoice", lambda gig, it: gig.invoices.cancel(it, motive="02"), before=invoice
    ),
    "a document of an invoice": Story(
        "upload_invoice_support_document",
        lambda gig, it: gig.invoices.upload_support_document(
            it, file=PDF, documentType="contract", name="A"
        ),
        None,
        before=invoice,
    ),
    "an e-mail": Story(
        "resend_invoice_email",
        lambda gig, it: gig.invoices.resend_email(it, emails=["a@b.mx"]),
        None,
        None,
        invoice,
    ),
    "a draft": Story(
        "create_draft_invoice",
        lambda gig, _: gig.draft_invoices.create(invoice_type="I", **INVOICE),
    ),
    "an update of a draft": Story(
        "update_draft_invoice",
        lambda gig, it: gig.draft_invoices.update(it, items=[ITEM | {"quantity": 3}]),
        before=draft,
    ),
    "a deletion of a draft": Story(
        "delete_draft_invoice", lambda gig, it: gig.draft_invoices.delete(it), before=draft
    ),
    "a stamped draft": Story(
        "stamp_draft_invoice", lambda gig, it: gig.draft_invoices.stamp(it), None, before=draft
    ),
    "a preview": Story(
        "preview_draft_invoice", lambda gig, it: gig.draft_invoices.preview(it), None, None, draft
    ),
    "a requested payment": Story("request_payment", lambda gig, _: gig.payments.request(**SALE)),
    "a registered payment": Story(
        "register_payment", lambda gig, _: gig.payments.register(**PAYMENT)
    ),
    "a payment marked as paid": Story(
        "mark_payment_as_paid",
        lambda gig, it: gig.payments.mark_as_paid(it, payment_form="03"),
        before=asked,
    ),
    "a whole refund": Story(
        "refund_payment",
        lambda gig, it: gig.payments.refund(it, amount=1000, reason="No"),
        before=paid,
    ),
    "a refund of a part": Story(
        "refund_payment",
        lambda gig, it: gig.payments.refund(it, amount=10, reason="No"),
        None,
        before=paid,
    ),
    "an update of a payment": Story(
        "update_payment",
        lambda gig, it: gig.payments.update(it, client={"company": "Pérez y Cía."}),
        before=asked,
    ),
    "a cancelled payment": Story(
        "cancel_payment", lambda gig, it: gig.payments.cancel(it), before=asked
    ),
    "a receipt": Story("create_receipt", lambda gig, _: gig.receipts.create(**SALE)),
    "a stamped receipt": Story(
        "stamp_receipt", lambda gig, it: gig.receipts.stamp(it), before=receipt
    ),
    "a cancelled receipt": Story(
        "cancel_receipt", lambda gig, it: gig.receipts.cancel(it), before=receipt
    ),
    "a retention": Story(
        "create_retention", lambda gig, _: gig.retentions.create(**RETENTION), None
    ),
    "a cancelled retention": Story(
        "cancel_retention", lambda gig, it: gig.retentions.cancel(it), before=retention
    ),
    "a team": Story(
        "create_team",
        lambda gig, _: gig.teams.create(brand={"alias": "Norte"}, tax_id="NTE190305KJ2"),
    ),
    "an update of a team": Story(
        "update_team",
        lambda gig, it: gig.teams.update(
            it, brand={"alias": "Sur"}, address={"country": "Mexico", "zip": "03100"}
        ),
        before=team,
    ),
    "an update with members": Story(
        "update_team",
        lambda gig, _: gig.teams.update("team_norte", support_email="a@b.mx", add_members=[]),
        None,
    ),
    "settings": Story(
        "update_team_settings",
        lambda gig, _: gig.teams.update_settings(
            "team_sandbox", periodicity="month", taxes=None, global_invoice_disabled=True
        ),
    ),
    "a deleted team": Story("delete_team", lambda gig, it: gig.teams.delete(it), None, None, team),
    "a new member": Story(
        "add_team_member",
        lambda gig, it: gig.teams.add_member("team_norte", id=it, role="admin"),
        before=user,
    ),
    "a member less": Story(
        "remove_team_member",
        lambda gig, it: gig.teams.remove_member("team_norte", id=it),
        before=member,
    ),
    "a series": Story(
        "create_team_series",
        lambda gig, _: gig.teams.create_series("team_sandbox", series="W", test=5),
    ),
    "an update of a series": Story(
        "update_team_series",
        lambda gig, it: gig.teams.update_series("team_sandbox", it, test=9),
        before=series,
    ),
    "a CSD": Story(
        "upload_team_csd",
        lambda gig, it: gig.teams.upload_csd(
            it, cert=CERTIFICATE, key=CERTIFICATE, keyPass="secreto"
        ),
        before=team,
    ),
    "a manifest": Story(
        "sign_team_manifest",
        lambda gig, _: gig.teams.sign_manifest(
            "team_norte", key="AAAA", cert="AAAA", password="secreto"
        ),
        None,
        None,
    ),
    "a user": Story(
        "create_user", lambda gig, _: gig.users.create(email="Ana@Ejemplo.com", first_name="Ana")
    ),
    "an update of a user": Story(
        "update_user", lambda gig, it: gig.users.update(it, last_name="López"), before=user
    ),
    "a webhook": Story(
        "create_webhook",
        lambda gig, _: gig.webhooks.create(**HOOK, security={"headers": {"X": "secreto"}}),
    ),
    "an update of a webhook": Story(
        "update_webhook", lambda gig, it: gig.webhooks.update(it, status="inactive"), before=hook
    ),
    "new headers of a webhook": Story(
        "update_webhook",
        lambda gig, it: gig.webhooks.update(it, security={"headers": {"X": "secreto"}}),
        None,
        None,
        hook,
    ),
    "a deleted webhook": Story(
        "delete_webhook", lambda gig, it: gig.webhooks.delete(it), before=hook
    ),
    "mass download on": Story("activate_sat_download", lambda gig, _: gig.sat_download.activate()),
    "mass download off": Story(
        "deactivate_sat_download", lambda gig, _: gig.sat_download.deactivate(), before=active
    ),
    "a FIEL": Story("upload_fiel", lambda gig, _: gig.sat_download.upload_fiel(**FIEL), None),
    "a registration": Story(
        "register_business_with_sat",
        lambda gig, _: gig.sat_download.register_business(**REGISTRATION),
        None,
        before=with_fiel,
    ),
    "a schedule": Story(
        "save_sat_download_schedule",
        lambda gig, _: gig.sat_download.save_schedule(**SCHEDULE),
        before=set_up,
    ),
    "a request to the SAT": Story(
        "create_sat_download_request",
        lambda gig, _: gig.sat_download.create_request(**PERIOD),
        None,
        before=set_up,
    ),
    "the sync": Story(
        "enable_sat_sync", lambda gig, _: gig.sat_download.enable_sync(), before=set_up
    ),
    "an XML asked for again": Story(
        "retry_sat_invoice_xml", lambda gig, it: gig.sat_invoices.retry_xml(it), True, None, stuck
    ),
    "a link to log in": Story(
        "generate_user_login_link",
        lambda gig, it: gig.users.generate_login_link(user_id=it),
        None,
        None,
        user,
    ),
}


def test_every_write_that_an_answer_shows_has_a_story() -> None:
    ids = {operation.name: operation.id for operation in operations()}
    covered = {story.operation for story in STORIES.values()}
    assert [
        name for name in STRATEGIES if name not in UNOBSERVABLE and ids[name] not in covered
    ] == []


def player(sandbox: Sandbox) -> Gigstack:
    """A client in this process that refuses any answer that is not what the spec says."""
    return sandbox.client(retries=RetryPolicy(base_s=0.0, settle_s=0.0), strict=True)


async def lost(
    sandbox: Sandbox,
    gig: Gigstack,
    operation: str,
    write: Callable[[Gigstack], Awaitable[Any]],
    kind: str,
) -> Any:
    """What a write raises that is sent once and loses its answer."""
    sandbox.faults.add(Fault(operation, kind=kind))
    with pytest.raises(OutcomeUnknownError) as caught:
        await write(gig.with_options(retries=RetryPolicy.none()))
    return caught.value


@pytest.mark.parametrize("name", STORIES)
async def test_a_lost_write_is_looked_up(name: str) -> None:
    story, sandbox = STORIES[name], Sandbox(check_answers=True, lenient=True)
    async with player(sandbox) as gig:
        it = await story.before(gig)
        for kind, expected in (("cut_before", story.undone), ("cut_after", story.done)):
            error = await lost(
                sandbox, gig, story.operation, lambda once: story.write(once, it), kind
            )
            before = len(sandbox.requests)
            found = await gig.reconcile(error, settle_s=0)
            assert found.done is expected, f"{kind}: {found.why}"
            assert {request.method for request in sandbox.requests[before:]} <= {"GET"}
            assert (
                "secreto"
                not in f"{error!r}{error}{error.sent!r}{error.sent.body!r}{pickle.dumps(error)!r}"
            )


async def test_a_lost_write_is_found_from_another_process(
    session: SandboxSession, gig: Gigstack
) -> None:
    error = await lost(
        session.sandbox,
        gig,
        "create_income_invoice",
        lambda once: once.income_invoices.create(**INVOICE),
        "cut_after",
    )
    carried: OutcomeUnknownError = pickle.loads(pickle.dumps(error))
    found = await session.gig().reconcile(carried)
    assert found.done is True
    assert found.value.idempotency_key == error.idempotency_key == carried.idempotency_key
    assert found.value.client.tax_id == JUAN["tax_id"]


async def test_a_call_for_a_team_is_looked_up_in_that_team(
    session: SandboxSession, gig: Gigstack
) -> None:
    norte = gig.for_team("team_norte")
    error = await lost(
        session.sandbox,
        norte,
        "create_client",
        lambda once: once.clients.create(**JUAN),
        "cut_after",
    )
    assert (await gig.reconcile(error)).done is True
    own = await lost(
        session.sandbox,
        gig,
        "create_client",
        lambda once: once.clients.create(**JUAN),
        "cut_before",
    )
    assert (await norte.reconcile(own, settle_s=0)).done is False


async def test_two_equal_clients_leave_it_open_and_are_both_named(
    session: SandboxSession, gig: Gigstack
) -> None:
    first = await gig.clients.create(**JUAN)
    error = await lost(
        session.sandbox, gig, "create_client", lambda once: once.clients.create(**JUAN), "cut_after"
    )
    found = await gig.reconcile(error, settle_s=0)
    assert (found.done, len(found.candidates)) == (None, 2)
    assert first.id in {entry.id for entry in found.candidates}


async def test_an_older_equal_document_is_not_a_match(
    session: SandboxSession, gig: Gigstack
) -> None:
    session.at(time.time() - 3600)
    await gig.clients.create(**JUAN)
    session.at(time.time())
    error = await lost(
        session.sandbox,
        gig,
        "create_client",
        lambda once: once.clients.create(**JUAN),
        "cut_before",
    )
    assert (await gig.reconcile(error, settle_s=0)).done is False


async def test_an_upsert_of_a_client_of_long_ago_is_done(
    session: SandboxSession, gig: Gigstack
) -> None:
    session.at(time.time() - 3600)
    kept = await gig.clients.create(**JUAN)
    session.at(time.time())
    error = await lost(
        session.sandbox,
        gig,
        "create_client",
        lambda once: once.clients.upsert(on="tax_id", **JUAN),
        "cut_before",
    )
    found = await gig.reconcile(error)
    assert (found.done, found.value.id) == (True, kept.id)


async def test_a_search_that_lags_is_waited_for(session: SandboxSession, gig: Gigstack) -> None:
    now_s = time.time()
    session.at(now_s - 3600)
    await gig.clients.create(name="Juan", metadata={"external_id": "E-1"})
    clock = FakeClock()
    clock.time_s = now_s
    session.sandbox.state.now = lambda: clock.time_s
    session.sandbox.state.search_lag_s = 3610
    error = await lost(
        session.sandbox,
        gig,
        "create_client",
        lambda once: once.clients.upsert(on="metadata.external_id", value="E-1", name="Juan"),
        "cut_before",
    )
    found = await look_up(gig, error.sent, clock=clock.clock)
    session.sandbox.state.search_lag_s = 0
    assert found.done is True
    assert clock.slept == [1, 2, 4, 8]


async def test_among_many_documents_the_one_with_the_key_is_found(
    session: SandboxSession, gig: Gigstack
) -> None:
    error = await lost(
        session.sandbox,
        gig,
        "create_receipt",
        lambda once: once.receipts.create(**SALE),
        "cut_after",
    )
    kept = session.sandbox.state.collection("team_sandbox", "receipts, test")
    (ours,) = kept.values()
    kept |= {
        f"receipt_{n}": {**ours, "id": f"receipt_{n}", "idempotency_key": f"other {n}"}
        for n in range(250)
    }
    found = await gig.reconcile(error)
    assert (found.done, found.value.id) == (True, ours["id"])
    assert (
        sum(request.operation == "list_receipts" for request in session.sandbox.requests[-4:]) <= 3
    )


async def test_a_row_without_its_key_is_read_by_itself(
    session: SandboxSession, gig: Gigstack
) -> None:
    error = await lost(
        session.sandbox,
        gig,
        "request_payment",
        lambda once: once.payments.request(**SALE),
        "cut_after",
    )
    rows: dict[str, Any] = {"message": "", "data": [], "has_more": False}

    async def short(request: httpx.Request) -> httpx.Response:
        answer = await session.http.send(
            session.http.build_request("GET", request.url, headers=request.headers)
        )
        if request.url.path != "/v2/payments":
            return answer
        data = [
            {name: entry[name] for name in ("id", "status", "total", "created_at")}
            for entry in answer.json()["data"]
        ]
        return httpx.Response(200, json={**rows, "data": data})

    transport = httpx.MockTransport(short)
    short_gig = Gigstack(
        session.sandbox.key(),
        base_url=f"{session.origin}/v2",
        http_client=httpx.AsyncClient(transport=transport),
    )
    found = await short_gig.reconcile(error)
    assert found.done is True
    assert found.value.idempotency_key == error.idempotency_key


async def test_an_inline_client_found_by_its_key_is_the_same_one(
    session: SandboxSession, gig: Gigstack
) -> None:
    sale: dict[str, Any] = {
        **SALE,
        "client": Match(
            "tax_id", JUAN["tax_id"], name="Juan", legal_name="JUAN PEREZ", address={"zip": "03100"}
        ),
    }
    error = await lost(
        session.sandbox,
        gig,
        "create_receipt",
        lambda once: once.receipts.create(**sale),
        "cut_after",
    )
    (kept,) = session.sandbox.state.collection("team_sandbox", "receipts, test").values()
    del kept["idempotency_key"]
    found = await gig.reconcile(error, settle_s=0)
    assert (found.done, [entry.id for entry in found.candidates]) == (None, [kept["id"]])
    kept["client"] = {**kept["client"], "tax_id": "XAXX010101000"}
    assert (await gig.reconcile(error, settle_s=0)).done is False
