"""Who may act for whom, and see what."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from gigstack_api import Gigstack, NotFoundError, PermissionDeniedError

from ...support.sandbox import SandboxSession
from ..pdf import MORAL

pytestmark = pytest.mark.anyio

MAY = [
    ("team_sandbox", None, True),
    ("team_sandbox", "team_sandbox", True),
    ("team_sandbox", "team_norte", True),
    ("team_sandbox", "team_sur", True),
    ("team_sandbox", "team_stranger", False),
    ("team_sandbox", "team_unknown", False),
    ("team_norte", None, True),
    ("team_norte", "team_norte", True),
    ("team_norte", "team_sandbox", False),
    ("team_norte", "team_sur", False),
    ("team_norte", "team_stranger", False),
    ("team_stranger", None, True),
    ("team_stranger", "team_sandbox", False),
    ("team_unknown", None, False),
    ("team_unknown", "team_unknown", False),
    ("team_unknown", "team_sandbox", False),
]


@pytest.mark.parametrize(("key_team", "target", "allowed"), MAY)
async def test_only_a_connect_key_acts_for_sibling_teams(
    session: SandboxSession, key_team: str, target: str | None, *, allowed: bool
) -> None:
    gig = session.gig(key_team)
    if allowed:
        assert (await gig.clients.create(name="A", team=target)).team == (target or key_team)
    else:
        with pytest.raises(PermissionDeniedError) as caught:
            await gig.clients.create(name="A", team=target)
        assert caught.value.code == "insufficient_permissions"


async def test_a_view_for_a_team_does_not_leak_into_other_calls(session: SandboxSession) -> None:
    gig = session.gig()
    norte = gig.for_team("team_norte")
    made = await norte.clients.create(name="N")
    assert [client.id async for client in norte.clients.list()] == [made.id]
    assert [client.id async for client in gig.clients.list()] == []
    assert [client.id async for client in session.gig("team_norte").clients.list()] == [made.id]


async def test_an_empty_team_is_the_own_one(session: SandboxSession) -> None:
    assert (await session.send("GET", "/v2/clients", params={"team": ""})).status_code == 200


async def test_live_and_test_keys_share_their_clients(session: SandboxSession) -> None:
    made = await session.gig(livemode=True).clients.create(name="A")
    assert (await session.gig().clients.get(made.id or "")).livemode is True


TOUCHES: dict[str, Callable[[Gigstack, str], Awaitable[Any]]] = {
    "get": lambda gig, one: gig.clients.get(one),
    "update": lambda gig, one: gig.clients.update(one, name="stolen"),
    "validate": lambda gig, one: gig.clients.validate(one),
    "stamp": lambda gig, one: gig.clients.stamp_pending_receipts(one),
    "portal": lambda gig, one: gig.clients.create_portal_token(id=one),
    "portal by email": lambda gig, _: gig.clients.create_portal_token(email="a@b.mx"),
    "csf": lambda gig, one: gig.clients.upload_csf(file=MORAL, client_id=one),
    "documents": lambda gig, one: gig.clients.list_support_documents(one).collect(),
    "upload": lambda gig, one: gig.clients.upload_support_document(
        one, file=MORAL, documentType="contract"
    ),
}


@pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES.keys())
async def test_a_client_of_another_team_does_not_exist(
    session: SandboxSession, touch: Callable[[Gigstack, str], Awaitable[Any]]
) -> None:
    mine = await session.gig().clients.create(name="A", tax_id="PEGJ800101ABC", email="a@b.mx")
    with pytest.raises(NotFoundError):
        await touch(session.gig("team_norte"), mine.id or "")
    assert (await session.gig().clients.get(mine.id or "")).to_dict() == mine.to_dict()
    await touch(session.gig(), mine.id or "")


async def test_deletions_searches_lists_and_upserts_stay_in_their_team(
    session: SandboxSession,
) -> None:
    mine = await session.gig().clients.create(name="Juan", tax_id="PEGJ800101ABC")
    other = session.gig("team_stranger")
    with pytest.raises(NotFoundError):
        await other.clients.delete(mine.id or "")
    assert await other.clients.search(q="Juan").collect() == []
    assert await other.clients.list().collect() == []
    assert (
        await other.clients.upsert(on="tax_id", tax_id="PEGJ800101ABC", name="Mine", update=True)
    ).created is True
    assert (await session.gig().clients.get(mine.id or "")).name == "Juan"
