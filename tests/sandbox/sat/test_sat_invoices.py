"""Invoices mirrored from the SAT: what the team stamped and what it received."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from gigstack_api import BadRequestError, Gigstack, NotFoundError, ValidationError
from gigstack_api.models import SatInvoice

from ...support.sandbox import SandboxSession
from .scenario import NOW_S, day, received, sold

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def today(session: SandboxSession) -> None:
    session.at(NOW_S)


async def all_of(gig: Gigstack, **query: Any) -> list[SatInvoice]:
    return [invoice async for invoice in gig.sat_invoices.list(**query)]


async def test_a_team_finds_what_its_suppliers_sent_newest_first(gig: Gigstack) -> None:
    found = await all_of(gig)
    assert [entry.resource_status for entry in found] == [
        "building",
        "ready",
        "error",
        "ready",
        "ready",
        "ready",
    ]
    assert [entry.has_xml for entry in found] == [False, True, False, True, True, True]
    assert [entry.status for entry in found] == ["Vigente"] * 3 + ["Cancelado"] + ["Vigente"] * 2
    assert [entry.cancellation_date is not None for entry in found] == [False] * 3 + [True] + [
        False
    ] * 2
    assert [entry.xml_error is not None for entry in found] == [
        False,
        False,
        True,
        False,
        False,
        False,
    ]
    assert [(entry.issue_date or "")[:10] for entry in found] == [
        day(ago) for ago in (2, 5, 9, 14, 20, 27)
    ]
    assert {entry.receiver.rfc for entry in found if entry.receiver} == {"CPR180412QX1"}
    assert all(entry.total and entry.subtotal and entry.total > entry.subtotal for entry in found)
    assert (found[-1].currency, found[-1].exchange_rate) == ("USD", 18.25)


async def test_purchases_repeat_by_run_and_differ_by_team(session: SandboxSession) -> None:
    first = [entry.to_dict() for entry in await all_of(session.gig())]
    other = [entry.uuid for entry in await all_of(session.gig("team_norte"))]
    assert not {entry["uuid"] for entry in first} & set(other)
    session.empty()
    session.at(NOW_S)
    assert [entry.to_dict() for entry in await all_of(session.gig())] == first


async def test_only_live_invoices_are_at_the_sat(
    session: SandboxSession,
) -> None:
    uuid, of_test = await sold(session), await sold(session, livemode=False)
    for gig in (session.gig(), session.gig(livemode=True)):
        mine = (await all_of(gig, direction="issued"))[0]
        assert (mine.uuid, mine.direction, mine.has_xml, mine.folio) == (uuid, "issued", True, "1")
        assert mine.issuer is not None
        assert mine.receiver is not None
        assert (mine.issuer.rfc, mine.receiver.rfc) == ("CPR180412QX1", "PEGJ800101ABC")
        assert (mine.issue_date, mine.stamp_date) == ("2026-05-20T06:00:00", "2026-05-20T06:00:00")
        with pytest.raises(NotFoundError):
            await gig.sat_invoices.get(of_test)


@pytest.mark.parametrize("cancellation", [{"cancelled_at": NOW_S * 1000}, None])
async def test_a_cancelled_invoice_is_cancelled_at_the_sat(
    session: SandboxSession, cancellation: dict[str, int] | None
) -> None:
    uuid = await sold(session)
    kept = session.sandbox.state.collection("team_sandbox", "invoices, live")[uuid]
    kept |= {"status": "canceled", "cancellation": cancellation}
    found = await session.gig().sat_invoices.get(uuid)
    assert (found.status, found.cancellation_date) == (
        "Cancelado",
        "2026-05-20T06:00:00" if cancellation else None,
    )


FILTERS: list[tuple[dict[str, Any], list[int]]] = [
    ({"direction": "issued"}, [0]),
    ({"direction": "received"}, [2, 5, 9, 14, 20, 27]),
    ({"status": "Cancelado"}, [14]),
    ({"invoice_type": "E"}, [20]),
    ({"issuer_rfc": "PCU120315AB4"}, [2, 20]),
    ({"receiver_rfc": "PEGJ800101ABC"}, [0]),
    ({"from_": day(9)}, [0, 2, 5, 9]),
    ({"to": day(9)}, [14, 20, 27]),
    ({"to": f"{day(9)}T23:59:59"}, [9, 14, 20, 27]),
    ({"from_": day(14), "to": day(5), "status": "Vigente"}, [9]),
    ({"from_": "2026-05"}, [0, 2, 5, 9, 14]),
    ({"status": "vigente"}, []),
]


@pytest.mark.parametrize(("query", "ages"), FILTERS)
async def test_a_list_can_be_filtered_and_dates_are_compared_as_texts(
    session: SandboxSession, query: dict[str, Any], ages: list[int]
) -> None:
    await sold(session)
    found = await all_of(session.gig(), **query)
    assert [(entry.issue_date or "")[:10] for entry in found] == [day(ago) for ago in ages]


async def test_a_list_is_read_page_by_page_with_starting_after(session: SandboxSession) -> None:
    whole = [entry.uuid for entry in await all_of(session.gig())]
    assert [entry.uuid for entry in await all_of(session.gig(), limit=4)] == whole
    first = (await session.send("GET", "/v2/invoices/sat", params={"limit": "4"})).json()
    rest = (
        await session.send("GET", "/v2/invoices/sat", params={"starting_after": first["next"]})
    ).json()
    assert (first["has_more"], rest["has_more"], "next" in rest) == (True, False, False)
    assert [entry["uuid"] for entry in first["data"] + rest["data"]] == whole
    with pytest.raises(BadRequestError, match="cursor"):
        await session.gig().sat_invoices.list(starting_after="mine")


async def test_a_uuid_is_found_in_any_case_by_its_team_only(
    session: SandboxSession,
) -> None:
    mine = (await all_of(session.gig()))[0]
    assert (
        await session.gig().sat_invoices.get((mine.uuid or "").upper())
    ).to_dict() == mine.to_dict()
    gig = session.gig("team_stranger")
    for call in (gig.sat_invoices.get, gig.sat_invoices.retry_xml, gig.sat_invoices.generate_pdf):
        with pytest.raises(NotFoundError):
            await call(mine.uuid or "")


async def test_a_retry_fetches_an_xml_under_way_for_one_credit_once(gig: Gigstack) -> None:
    stuck = await received(gig, resource_status="building")
    with pytest.raises(BadRequestError, match="retry-xml"):
        await gig.sat_invoices.generate_pdf(stuck.uuid or "")
    outcomes = [
        (await gig.sat_invoices.retry_xml(stuck.uuid or "")).credit_charged for _ in range(2)
    ]
    assert outcomes == [True, False]
    assert (await gig.sat_invoices.get(stuck.uuid or "")).has_xml is True
    assert (await gig.sat_download.debug())["billing"] == {"xml_downloads": 1, "cost_mxn": 0.2}


async def test_an_invoice_in_error_is_refused_with_a_text(session: SandboxSession) -> None:
    gig = session.gig()
    broken = await received(gig, resource_status="error")
    with pytest.raises(ValidationError, match="could not be downloaded"):
        await gig.sat_invoices.retry_xml(broken.uuid or "")
    answer = await session.send("POST", f"/v2/invoices/sat/{broken.uuid}/retry-xml")
    assert (answer.status_code, answer.json()["error"]) == (422, broken.xml_error)
    assert (await gig.sat_invoices.get(broken.uuid or "")).resource_status == "error"


async def test_a_pdf_is_made_of_received_and_of_issued_ones(session: SandboxSession) -> None:
    for uuid in (await sold(session), (await received(session.gig(), has_xml=True)).uuid or ""):
        pdf = await session.gig().sat_invoices.generate_pdf(uuid)
        assert pdf.content.startswith(b"%PDF-")
        assert pdf.file_name == f"{uuid}.pdf"
        assert "pdf" in (await session.send("POST", f"/v2/invoices/sat/{uuid}/pdf")).json()


async def test_a_missing_xml_costs_a_credit_once(
    gig: Gigstack,
) -> None:
    there, stuck = (
        await received(gig, has_xml=True),
        await received(gig, resource_status="building"),
    )
    for invoice, credits_charged in ((there, 0), (stuck, 1), (stuck, 1)):
        xml = fromstring((await gig.sat_download.get_invoice_xml(invoice.uuid or "")).content)
        assert (xml.get("Fecha"), float(xml.get("Total", ""))) == (
            invoice.issue_date,
            invoice.total,
        )
        assert (await gig.sat_download.debug())["billing"]["xml_downloads"] == credits_charged
    broken = await received(gig, resource_status="error")
    with pytest.raises(ValidationError):
        await gig.sat_download.get_invoice_xml(broken.uuid or "")
    with pytest.raises(NotFoundError):
        await gig.sat_download.get_invoice_xml("12345678-1234-1234-1234-123456789012")


async def test_a_team_without_rfc_received_nothing(session: SandboxSession) -> None:
    del session.sandbox.state.team_resources["team_sandbox"]["tax_id"]
    assert await all_of(session.gig()) == []
