"""The SAT lists, and what stands on them."""

from __future__ import annotations

import pytest

from gigstack_api import BadRequestError, Gigstack
from gigstack_api.sandbox.state import EFOS

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio
LISTED = min(EFOS)
NOON = 1_677_672_000
MIDNIGHT_MS = (NOON - 12 * 3600) * 1000


async def test_each_list_shows_when_it_was_synchronized(session: SandboxSession) -> None:
    session.at(NOON)
    lists = await session.gig().sat_lists.list().collect()
    assert [sat_list["list"] for sat_list in lists] == ["efos", "not_located", "firm_credits"]
    assert {sat_list["last_sync"]["synced_at"] for sat_list in lists} == {MIDNIGHT_MS}
    assert [sat_list["entries"] for sat_list in lists] == [len(EFOS), 0, 0]


@pytest.mark.parametrize("rfc", [LISTED, LISTED.lower()])
async def test_a_listed_rfc_is_risky_and_shows_its_entry(session: SandboxSession, rfc: str) -> None:
    session.at(NOON)
    check = await session.gig().sat_lists.check_rfc(rfc)
    assert (check.is_risky, check.checked_at) == (True, NOON * 1000)
    assert check.hits is not None
    assert [(entry.list, entry.is_risky) for entry in check.hits] == [("efos", True)]
    assert check.to_dict()["hits"][0]["detail"] == {"rfc": LISTED, "situation": "Definitivo"}


@pytest.mark.parametrize("rfc", ["PEGJ800101ABC", "Ñ&A010101AB1"])
async def test_an_rfc_on_no_list_is_not_risky(gig: Gigstack, rfc: str) -> None:
    check = await gig.sat_lists.check_rfc(rfc)
    assert (check.is_risky, check.hits) == (False, [])


async def test_the_lists_are_those_that_clients_are_checked_against(
    session: SandboxSession,
) -> None:
    before = set(session.sandbox.state.efos)
    session.sandbox.state.efos = {"PEGJ800101ABC"}
    try:
        gig = session.gig()
        assert (await gig.sat_lists.check_rfc("PEGJ800101ABC")).is_risky is True
        assert (await gig.clients.create(tax_id="PEGJ800101ABC")).is_valid is False
        assert (await gig.sat_lists.check_rfc(LISTED)).is_risky is False
        assert (await gig.sat_lists.list()).data[0]["entries"] == 1
    finally:
        session.sandbox.state.efos = before


@pytest.mark.parametrize("rfc", ["PEGJ", "1234567890123", "PEGJ800101ABCD"])
async def test_a_malformed_rfc_is_refused(gig: Gigstack, rfc: str) -> None:
    with pytest.raises(BadRequestError, match="Invalid tax_id format"):
        await gig.sat_lists.check_rfc(rfc)
