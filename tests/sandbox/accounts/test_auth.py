"""Accounts opened without the web app, and the health check."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from gigstack_api import Gigstack
from gigstack_api.sandbox.keys import PARTNER_KEY

from ...support.sandbox import AT_ONCE, SandboxSession

pytestmark = pytest.mark.anyio
NOW = 1_700_000_000
ACCOUNT: dict[str, Any] = {
    "email": "agent@example.com",
    "name": "Agent Builder Inc",
    "plan_id": "free",
}
KEY = "6f1c2f0e-8a57-4a56-9d2f-0b6f6f8f3c11"


async def signed_up(session: SandboxSession, key: str = KEY, **fields: Any) -> dict[str, Any]:
    answer = await session.send(
        "POST", "/v2/auth/signup", headers={"Idempotency-Key": key}, json={**ACCOUNT, **fields}
    )
    assert answer.status_code == 201, answer.text
    document: dict[str, Any] = answer.json()
    return document


def with_key(session: SandboxSession, key: str) -> Gigstack:
    return Gigstack(
        key, base_url=f"{session.origin}/v2", http_client=session.http, retries=AT_ONCE, strict=True
    )


async def test_sign_up_opens_an_account_with_working_keys(session: SandboxSession) -> None:
    session.at(NOW)
    account = await session.gig().auth.signup(
        **ACCOUNT, rfc="PEGJ800101ABC", country="MEX", metadata={"source": "cli"}
    )
    assert account.subscription is not None
    assert (account.subscription.status, account.subscription.current_period_end) == (
        "active",
        NOW + 30 * 86400,
    )
    assert account.next_steps is not None
    assert account.next_steps.manifest_sign_url == f"POST /v2/teams/{account.team_id}/manifest/sign"
    assert account.api_keys is not None
    for key, livemode in ((account.api_keys.live, True), (account.api_keys.test, False)):
        gig = with_key(session, key or "")
        assert (gig.livemode, gig.key_team) == (livemode, account.team_id)
        made = await gig.clients.create(name="A")
        assert (made.team, made.livemode) == (account.team_id, livemode)
    assert await session.gig().clients.list().collect() == []


async def test_its_team_and_its_user_can_be_seen_with_its_keys_only(
    session: SandboxSession,
) -> None:
    account = await signed_up(session, rfc="PEGJ800101ABC")
    gig = with_key(session, account["api_keys"]["test"])
    team = await gig.teams.get(account["team_id"])
    assert (team.legal_name, team.tax_id, team.owner) == (
        "Agent Builder Inc",
        "PEGJ800101ABC",
        account["user_id"],
    )
    assert team.sat is not None
    assert team.sat.completed is False
    user = await gig.users.get(account["user_id"])
    assert (user.email, user.name, user.role) == ("agent@example.com", "Agent Builder Inc", "admin")
    assert [listed.id async for listed in gig.users.list()] == [account["user_id"]]
    assert account["team_id"] not in [listed.id async for listed in session.gig().teams.list()]
    sandbox = session.sandbox.state
    assert sandbox.teams[account["team_id"]].billing_account == account["billing_account_id"]


async def test_without_an_rfc_the_team_has_the_generic_one(session: SandboxSession) -> None:
    account = await signed_up(session)
    assert session.sandbox.state.teams[account["team_id"]].tax_id == "XAXX010101000"


@pytest.mark.parametrize(("cycle", "days"), [("monthly", 30), ("annual", 365)])
@pytest.mark.parametrize("plan", ["agent-tier", "pro", "business"])
async def test_other_plans_are_charged_to_the_payment_method(
    session: SandboxSession, plan: str, cycle: str, days: int
) -> None:
    session.at(NOW)
    account = await signed_up(
        session, plan_id=plan, billing_cycle=cycle, stripe_payment_method="pm_1Q"
    )
    assert account["subscription"]["current_period_end"] == NOW + days * 86400


async def test_a_repeat_with_the_same_key_gives_the_first_answer(session: SandboxSession) -> None:
    first = await signed_up(session)
    teams = len(session.sandbox.state.teams)
    assert await signed_up(session) == first
    assert len(session.sandbox.state.teams) == teams
    body = {**ACCOUNT, "email": "other@example.com"}
    answer = await session.send(
        "POST", "/v2/auth/signup", headers={"Idempotency-Key": KEY}, json=body
    )
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "resource_conflict")


async def test_an_address_is_registered_once_whatever_its_case(session: SandboxSession) -> None:
    await signed_up(session)
    for email in ("agent@example.com", "Agent@Example.com"):
        headers = {"Idempotency-Key": str(uuid4())}
        answer = await session.send(
            "POST", "/v2/auth/signup", headers=headers, json={**ACCOUNT, "email": email}
        )
        assert (answer.status_code, answer.json()["error"]["code"]) == (
            409,
            "resource_already_exists",
        )


async def test_a_declined_payment_method_leaves_the_key_usable(
    session: SandboxSession,
) -> None:
    body = {**ACCOUNT, "plan_id": "pro", "stripe_payment_method": "pm_declined"}
    answer = await session.send(
        "POST", "/v2/auth/signup", headers={"Idempotency-Key": KEY}, json=body
    )
    assert (answer.status_code, answer.json()["error"]["code"]) == (402, "payment_processor_error")
    assert len(session.sandbox.state.teams) == 4
    await signed_up(session, plan_id="pro", stripe_payment_method="pm_1Q")


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no e-mail": ({"email": None}, "email"),
    "no address": ({"email": "agent"}, "email: must be an e-mail address"),
    "no such plan": (
        {"plan_id": "gold"},
        "plan_id: must be one of agent-tier, free, pro, business",
    ),
    "no such cycle": ({"billing_cycle": "weekly"}, "billing_cycle: must be one of monthly, annual"),
    "nothing to pay with": (
        {"plan_id": "pro"},
        "stripe_payment_method: required for every plan but free",
    ),
    "malformed RFC": ({"rfc": "PEGJ"}, "RFC must be 12 or 13 characters"),
}


@pytest.mark.parametrize(("change", "reason"), WRONG.values(), ids=WRONG.keys())
async def test_an_account_that_cannot_be_opened_is_refused(
    session: SandboxSession, change: dict[str, Any], reason: str
) -> None:
    body = {**ACCOUNT, **change}
    answer = await session.send(
        "POST", "/v2/auth/signup", headers={"Idempotency-Key": KEY}, json=body
    )
    assert answer.status_code == 400
    assert reason in answer.text
    assert len(session.sandbox.state.teams) == 4


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (None, "missing_required_field"),
        ("", "missing_required_field"),
        ("7", "invalid_field_value"),
        ("947d8696-e598-11f1-9dd3-02fc00000001", "invalid_field_value"),
    ],
)
async def test_a_sign_up_needs_an_idempotency_key_that_is_a_uuid4(
    session: SandboxSession, key: str | None, code: str
) -> None:
    headers = {} if key is None else {"Idempotency-Key": key}
    answer = await session.send("POST", "/v2/auth/signup", headers=headers, json=ACCOUNT)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)


async def test_a_partner_signs_up_with_its_own_key_alone(session: SandboxSession) -> None:
    headers = {"Idempotency-Key": KEY, "X-Internal-API-Key": PARTNER_KEY}
    answers = [
        await session.send("POST", "/v2/auth/signup", key="", headers=headers, json=ACCOUNT)
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    other: dict[str, Any] = {**ACCOUNT, "email": "b@c.mx"}
    assert (await session.gig().auth.signup(**other, x_internal_api_key=PARTNER_KEY)).team_id


NOBODY: list[tuple[str, dict[str, str], str]] = [
    ("", {}, "no key; send"),
    ("", {"X-Internal-API-Key": "ñ"}, "keep a real one for the real API"),
    (
        "eyJhbGciOiJIUzI1NiJ9.eyJ0ZWFtIjoidGVhbV9yZWFsIn0.c2lnbmF0dXJl",
        {},
        "this looks like a real key",
    ),
]


@pytest.mark.parametrize(("key", "headers", "reason"), NOBODY)
async def test_a_stranger_cannot_sign_up(
    session: SandboxSession, key: str, headers: dict[str, str], reason: str
) -> None:
    sent = {"Idempotency-Key": KEY, **{name: value.encode() for name, value in headers.items()}}
    answer = await session.send("POST", "/v2/auth/signup", key=key, headers=sent, json=ACCOUNT)
    assert answer.status_code == 401
    assert reason in answer.json()["message"]


async def test_the_health_check_needs_no_key(session: SandboxSession) -> None:
    session.at(NOW)
    for key in ("", "no key", session.sandbox.key()):
        answer = await session.send("GET", "/v2/auth/health", key=key)
        assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    health = await session.gig().auth.health()
    assert (health.success, health.timestamp) == (True, NOW * 1000)


async def test_a_key_of_no_team_reaches_nothing_else(session: SandboxSession) -> None:
    assert (
        await session.send("GET", "/v2/clients", key=session.sandbox.key(""))
    ).status_code == 403
