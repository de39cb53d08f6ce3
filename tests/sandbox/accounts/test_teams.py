"""Teams themselves: made, changed, given members, series, settings and certificates, and
deleted.
"""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import (
    APIError,
    BadRequestError,
    ConflictError,
    Gigstack,
    NotFoundError,
    PermissionDeniedError,
    ValidationError,
)

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio

NOW_S = 1_700_000_000
DAY_MS = 24 * 3600 * 1000
SIBLINGS = ["team_sur", "team_norte", "team_sandbox"]
BRAND: Any = {"alias": "Sucursal Centro", "primary_color": "#FF0000"}
ADDRESS: Any = {
    "country": "México",
    "zip": "03100",
    "municipality": "Benito Juárez",
    "interior": "4B",
}
CERTIFICATE = b"\x30\x03abc"
LONG_CERTIFICATE = b"\x30\x82\x01\x00" + b"x" * 256
ENCODED = b64encode(CERTIFICATE).decode()
FIEL: Any = {"key": ENCODED, "cert": ENCODED, "password": "a"}


async def ids(gig: Gigstack) -> list[str | None]:
    return [team.id async for team in gig.teams.list()]


def resource(session: SandboxSession, team: str) -> dict[str, Any]:
    return session.sandbox.state.team_resources[team]


async def test_one_key_acts_for_three_separate_teams(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    made = await gig.teams.create(
        brand=BRAND, tax_id="SCE200101AB1", tax_system="601", address=ADDRESS
    )
    names = ["team_sandbox", "team_norte", made.id or ""]
    views = [gig.for_team(name) for name in names]
    clients = [
        await view.clients.create(name=name) for view, name in zip(views, names, strict=True)
    ]
    for view, name, client in zip(views, names, clients, strict=True):
        assert client.team == name
        assert [listed.id async for listed in view.clients.list()] == [client.id]
        for other in clients:
            if other is not client:
                with pytest.raises(NotFoundError):
                    await view.clients.get(other.id or "")
    assert [listed.id async for listed in session.gig(made.id or "").clients.list()] == [
        clients[2].id
    ]
    assert made.id in await ids(gig)


@pytest.mark.parametrize(
    ("team", "seen"),
    [
        ("team_sandbox", SIBLINGS),
        ("team_norte", ["team_norte"]),
        ("team_stranger", ["team_stranger"]),
    ],
)
async def test_a_connect_key_sees_all_teams_of_its_account(
    session: SandboxSession, team: str, seen: list[str]
) -> None:
    gig = session.gig(team)
    assert await ids(gig) == seen
    for event in seen:
        assert (await gig.teams.get(event)).id == event
    for listed in {*SIBLINGS, "team_stranger", "team_unknown"} - set(seen):
        with pytest.raises(NotFoundError):
            await gig.teams.get(listed)


async def test_teams_are_paged_in_the_same_order_whoever_asked_first(
    session: SandboxSession,
) -> None:
    assert await ids(session.gig("team_sur")) == ["team_sur"]
    page = await session.gig().teams.list(limit=2)
    assert ([entry.id for entry in page.data], page.total_results, page.has_more) == (
        SIBLINGS[:2],
        3,
        True,
    )
    assert [team.id async for team in session.gig().teams.list(limit=1)] == SIBLINGS


async def test_a_team_shows_the_emails_of_its_members(gig: Gigstack) -> None:
    team = await gig.teams.get("team_sandbox")
    assert [member.to_dict() for member in team.members or []] == [
        {"id": "user_sandbox", "role": "admin", "email": "ba_sandbox@ejemplo.com"}
    ]


async def test_a_created_team_has_what_was_sent_and_waits_for_its_csd(
    session: SandboxSession,
) -> None:
    session.at(NOW_S)
    gig = session.gig()
    made = await gig.teams.create(
        brand=BRAND, tax_id="ABC123456789", support_email="a@b.mx", address=ADDRESS
    )
    given = made.to_dict()
    assert given["id"].startswith("team_")
    assert (given["brand"], given["tax_id"], given["support_email"]) == (
        BRAND,
        "ABC123456789",
        "a@b.mx",
    )
    assert given["address"] == {"country": "MEX", "zip": "03100", "interior": "4B"}
    assert (given["owner"], given["created_at"], given["sat"]) == (
        "user_sandbox",
        NOW_S,
        {"completed": False},
    )
    assert "onboarding_url" not in given
    assert (await gig.teams.get(given["id"])).to_dict() == given
    bare = await gig.teams.create()
    assert (bare.brand, bare.address, bare.tax_id) == (None, None, None)


@pytest.mark.parametrize("team", ["team_norte", "team_stranger"])
async def test_a_key_without_connect_makes_no_team(session: SandboxSession, team: str) -> None:
    with pytest.raises(PermissionDeniedError) as caught:
        await session.gig(team).teams.create(brand=BRAND)
    assert caught.value.code == "insufficient_permissions"


async def test_a_created_team_has_no_connect(session: SandboxSession) -> None:
    made = await session.gig().teams.create(brand=BRAND)
    assert await ids(session.gig(made.id or "")) == [made.id]


async def test_members_join_at_the_creation(gig: Gigstack) -> None:
    ana, luis = [(await gig.users.create(email=f"{name}@b.mx")).id for name in ("ana", "luis")]
    await gig.teams.add_member("team_sandbox", id=luis or "", role="editor")
    team = await gig.teams.create(add_members=[{"id": ana}], add_master_team_members=True)
    roles = {member.id: member.role for member in team.members or []}
    assert roles == {"user_sandbox": "admin", luis: "editor", ana: "viewer"}


async def test_an_unknown_member_or_a_bad_rfc_is_refused(gig: Gigstack) -> None:
    with pytest.raises(ValidationError) as caught:
        await gig.teams.create(add_members=[{"id": "user_nobody"}])
    assert caught.value.details == ["user_nobody"]
    with pytest.raises(ValidationError):
        await gig.teams.update("team_norte", support_phone="1", add_members=[{"id": "user_nobody"}])
    with pytest.raises(BadRequestError):
        await gig.teams.create(tax_id="short")
    with pytest.raises(BadRequestError):
        await gig.teams.update("team_norte", tax_id="short")
    assert await ids(gig) == SIBLINGS
    assert (await gig.teams.get("team_norte")).support_phone is None


async def test_an_update_merges_brand_and_address(gig: Gigstack) -> None:
    made = await gig.teams.create(brand=BRAND, address=ADDRESS, support_email="a@b.mx")
    changed = await gig.teams.update(
        made.id or "",
        brand={"alias": "Otra"},
        address={"country": "USA", "city": "Austin"},
        support_phone="1",
    )
    given = changed.to_dict()
    assert given["brand"] == {"alias": "Otra", "primary_color": "#FF0000"}
    assert given["address"] == {
        "country": "USA",
        "zip": "03100",
        "interior": "4B",
        "city": "Austin",
    }
    assert (given["support_email"], given["support_phone"]) == ("a@b.mx", "1")
    assert (await gig.teams.get(made.id or "")).to_dict() == given


async def test_an_update_takes_no_null(session: SandboxSession) -> None:
    answer = await session.send("PUT", "/v2/teams/team_norte", json={"support_email": None})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "validation_failed")


async def test_each_onboarding_link_ends_the_one_before(session: SandboxSession) -> None:
    gig = session.gig()
    made = await gig.teams.create(generate_onboarding_url=True)
    first = made.to_dict()["onboarding_url"]
    assert str(made.id) in (await session.http.get(first)).text
    second = (await gig.teams.get_onboarding_url(made.id or "")).onboarding_url or ""
    assert second != first
    assert [(await session.http.get(entry)).status_code for entry in (first, second)] == [404, 200]
    other = (await gig.teams.get_onboarding_url("team_norte")).onboarding_url or ""
    assert [(await session.http.get(entry)).status_code for entry in (second, other)] == [200, 200]
    assert "onboarding_url" not in (await gig.teams.get(made.id or "")).to_dict()


async def test_integrations_are_those_of_the_team_acted_for(session: SandboxSession) -> None:
    resource(session, "team_norte")["integrations"]["stripe"] = {"completed": True}
    gig = session.gig()
    assert await gig.teams.get_integrations() == {}
    assert await gig.teams.get_integrations(team="team_norte") == {"stripe": {"completed": True}}


async def test_members_are_added_once_and_removed_once(gig: Gigstack) -> None:
    user = (await gig.users.create(email="luis@b.mx")).id or ""
    await gig.teams.add_member("team_norte", id=user, role="editor")
    with pytest.raises(BadRequestError) as caught:
        await gig.teams.add_member("team_norte", id=user)
    assert caught.value.code == "resource_already_exists"
    teams = (await gig.users.get(user)).teams or []
    assert [(team.team_id, team.role) for team in teams] == [("team_norte", "editor")]
    await gig.teams.remove_member("team_norte", id=user)
    with pytest.raises(NotFoundError):
        await gig.teams.remove_member("team_norte", id=user)
    assert (await gig.users.get(user)).teams == []


async def test_a_member_must_be_a_user_of_the_same_account(session: SandboxSession) -> None:
    theirs = (await session.gig("team_stranger").users.create(email="x@b.mx")).id or ""
    for unknown in (theirs, "user_nobody"):
        with pytest.raises(NotFoundError):
            await session.gig().teams.add_member("team_norte", id=unknown)


async def test_series_count_live_and_test_apart(gig: Gigstack) -> None:
    assert await gig.teams.list_series("team_norte").collect() == []
    made = await gig.teams.create_series("team_norte", series="A", live=3)
    assert made.to_dict() == {"series": "A", "live": 3, "test": 0}
    changed = await gig.teams.update_series("team_norte", "A", test=9)
    assert changed.to_dict() == {"series": "A", "live": 3, "test": 9}
    assert [series.to_dict() async for series in gig.teams.list_series("team_norte")] == [
        changed.to_dict()
    ]
    assert await gig.teams.list_series("team_sandbox").collect() == []


async def test_a_series_is_made_once_and_never_renamed(gig: Gigstack) -> None:
    await gig.teams.create_series("team_norte", series="A", live=3)
    with pytest.raises(BadRequestError) as caught:
        await gig.teams.create_series("team_norte", series="A")
    assert caught.value.code == "resource_already_exists"
    with pytest.raises(ValidationError):
        await gig.teams.update_series("team_norte", "A", series="B")
    with pytest.raises(NotFoundError):
        await gig.teams.update_series("team_norte", "Z", live=1)
    same = await gig.teams.update_series("team_norte", "A", series="A", live=4)
    assert (same.series, same.live) == ("A", 4)


@pytest.mark.parametrize(
    "body", [{"series": " "}, {"series": "B", "live": -1}, {"series": "B", "test": -1}]
)
async def test_a_series_needs_a_name_and_counters_from_zero(
    gig: Gigstack, body: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError):
        await gig.teams.create_series("team_norte", **body)
    assert await gig.teams.list_series("team_norte").collect() == []


async def test_settings_left_out_stay_null_clears_and_lists_replace(gig: Gigstack) -> None:
    first = await gig.teams.update_settings(
        "team_norte", use="G03", sku="1", unit_key="E48", concepts_catalog=["a", "b"]
    )
    assert first.to_dict() == {
        "use": "G03",
        "sku": "1",
        "unit_key": "E48",
        "concepts_catalog": ["a", "b"],
    }
    second = await gig.teams.update_settings(
        "team_norte", sku=None, unit_key="", concepts_catalog=["c"]
    )
    assert second.to_dict() == {"use": "G03", "unit_key": "", "concepts_catalog": ["c"]}
    third = await gig.teams.update_settings("team_norte", concepts_catalog=[])
    assert third.to_dict() == {"use": "G03", "unit_key": "", "concepts_catalog": []}
    settings = (await gig.teams.get("team_norte")).settings
    assert settings is not None
    assert settings.to_dict() == third.to_dict()


async def test_a_settings_group_is_merged_and_reset_by_null(
    gig: Gigstack,
) -> None:
    async def after(**change: Any) -> dict[str, Any]:
        return (await gig.teams.update_settings("team_norte", **change)).to_dict()

    assert await after(emails={}) == {}
    one = {"invoices_bcc": ["a@b.mx"], "avoid_invoice_emails": False}
    assert await after(emails=one) == {"emails": one}
    assert await after(emails={"invoice_body": "Hola"}) == {
        "emails": {**one, "invoice_body": "Hola"}
    }
    assert await after(emails={}) == {"emails": {**one, "invoice_body": "Hola"}}
    assert await after(emails={"avoid_invoice_emails": None, "invoices_bcc": []}) == {
        "emails": {"invoices_bcc": [], "invoice_body": "Hola"}
    }
    assert await after(default_series={"income": {"serie": "A"}}, emails=None) == {
        "default_series": {"income": {"serie": "A"}}
    }
    assert await after(default_series={"complements": {"serie": "P"}, "income": None}) == {
        "default_series": {"complements": {"serie": "P"}}
    }
    assert await after(default_series={"complements": {"serie": None}}) == {}


async def test_a_periodicity_comes_back_with_its_label(gig: Gigstack) -> None:
    settings = await gig.teams.update_settings("team_norte", periodicity="month")
    assert settings.to_dict()["periodicity"] == {"label": "Mes", "value": "month"}
    assert (await gig.teams.update_settings("team_norte", periodicity=None)).to_dict() == {}


async def test_settings_are_shared_by_live_and_test_keys(session: SandboxSession) -> None:
    await session.gig().teams.update_settings("team_sandbox", use="G03")
    team = await session.gig(livemode=True).teams.get("team_sandbox")
    assert team.settings is not None
    assert team.settings.use == "G03"


async def test_a_csd_connects_a_team_with_the_sat(session: SandboxSession) -> None:
    session.at(NOW_S)
    gig = session.gig()
    made = await gig.teams.create(brand=BRAND)
    sat = await gig.teams.upload_csd(
        made.id or "", cert=CERTIFICATE, key=LONG_CERTIFICATE, keyPass=" "
    )
    assert sat == {
        "completed": True,
        "connected_at": NOW_S,
        "csd_expires_at": NOW_S + 4 * 365 * 24 * 3600,
    }
    assert (await gig.teams.get(made.id or "")).to_dict()["sat"] == sat


CSD: Any = {"cert": CERTIFICATE, "key": CERTIFICATE, "keyPass": "a"}
NO_CSD: dict[str, dict[str, Any]] = {
    "PEM": {"key": b"-----BEGIN PRIVATE KEY-----"},
    "cut off": {"cert": LONG_CERTIFICATE[:-1]},
    "empty sequence": {"cert": b"\x30\x00"},
    "wrong password": {"keyPass": "wrong"},
    "empty password": {"keyPass": ""},
}


@pytest.mark.parametrize("change", NO_CSD.values(), ids=NO_CSD.keys())
async def test_a_file_that_is_not_a_csd_is_refused(gig: Gigstack, change: dict[str, Any]) -> None:
    made = await gig.teams.create(brand=BRAND)
    with pytest.raises(BadRequestError):
        await gig.teams.upload_csd(made.id or "", **{**CSD, **change})
    assert (await gig.teams.get(made.id or "")).to_dict()["sat"] == {"completed": False}


async def test_an_empty_csd_is_refused(session: SandboxSession) -> None:
    files = {"cert": ("a.cer", b""), "key": ("a.key", CERTIFICATE)}
    answer = await session.send(
        "POST", "/v2/teams/team_norte/sat-connection", files=files, data={"keyPass": "a"}
    )
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_file_format")


async def test_a_manifest_is_signed_with_files_in_base64(session: SandboxSession) -> None:
    session.at(NOW_S)
    signed = await session.gig().teams.sign_manifest(
        "team_norte", key=f"{ENCODED[:4]}\n{ENCODED[4:]}", cert=ENCODED, password="a"
    )
    assert signed == {"signed": True, "signed_at": NOW_S}
    assert session.sandbox.state.collection("team_norte", "manifests") == {"signed": signed}


async def test_a_manifest_is_signed_with_files(session: SandboxSession, tmp_path: Path) -> None:
    session.at(NOW_S)
    path = tmp_path / "fiel.key"
    path.write_bytes(LONG_CERTIFICATE)
    signed = await session.gig().teams.sign_manifest(
        "team_norte", key=path, cert=BytesIO(CERTIFICATE), password="a"
    )
    assert signed == {"signed": True, "signed_at": NOW_S}


@pytest.mark.parametrize(
    "change",
    [{"key": "¡no!"}, {"key": "abc"}, {"cert": ""}, {"password": "wrong"}, {"password": ""}],
)
async def test_a_manifest_is_not_signed_with_anything_else(
    session: SandboxSession, change: dict[str, Any]
) -> None:
    with pytest.raises(BadRequestError):
        await session.gig().teams.sign_manifest("team_norte", **{**FIEL, **change})
    assert session.sandbox.state.collection("team_norte", "manifests") == {}


async def test_a_deletion_is_scheduled_once_and_done_after_30_days(session: SandboxSession) -> None:
    session.at(NOW_S)
    gig = session.gig()
    deletion = await gig.teams.delete("team_norte")
    scheduled = {
        "date": NOW_S * 1000 + 30 * DAY_MS,
        "flagged_at": NOW_S * 1000,
        "flagged_by": "user_sandbox",
    }
    assert deletion.to_dict() == {
        "id": "team_norte",
        "status": "pending_deletion",
        "scheduled_deletion": scheduled,
    }
    with pytest.raises(ConflictError) as caught:
        await gig.teams.delete("team_norte")
    assert caught.value.code == "resource_conflict"
    assert await ids(gig) == SIBLINGS
    session.at(NOW_S + 30 * DAY_MS // 1000)
    assert await ids(gig) == ["team_sur", "team_sandbox"]
    with pytest.raises(NotFoundError):
        await gig.teams.get("team_norte")


@pytest.mark.parametrize("kind", ["invoices", "payments", "receipts"])
@pytest.mark.parametrize("mode", ["live", "test"])
async def test_a_team_with_documents_of_either_mode_is_kept(
    session: SandboxSession, kind: str, mode: str
) -> None:
    session.sandbox.state.collection("team_norte", f"{kind}, {mode}")["x"] = {"id": "x"}
    with pytest.raises(BadRequestError) as caught:
        await session.gig().teams.delete("team_norte")
    assert (caught.value.code, caught.value.details) == ("business_rule_violation", [kind])
    await session.gig().teams.delete("team_sur")


async def test_a_team_with_a_completed_integration_is_kept(session: SandboxSession) -> None:
    integrations = resource(session, "team_norte")["integrations"]
    integrations.update(
        {"stripe": {"completed": True}, "clip": {"completed": False}, "slack": {"completed": True}}
    )
    with pytest.raises(BadRequestError) as caught:
        await session.gig().teams.delete("team_norte")
    assert (caught.value.code, caught.value.details) == ("business_rule_violation", ["stripe"])
    integrations["stripe"] = {"completed": False}
    assert (await session.gig().teams.delete("team_norte")).status == "pending_deletion"


async def test_members_without_a_team_leave_the_account(gig: Gigstack) -> None:
    both, one, none = [
        (await gig.users.create(email=f"{name}@b.mx")).id or "" for name in ("both", "one", "none")
    ]
    for team, user in (("team_norte", both), ("team_sur", both), ("team_norte", one)):
        await gig.teams.add_member(team, id=user)
    await gig.teams.delete("team_norte")
    assert [listed.team_id for listed in (await gig.users.get(both)).teams or []] == ["team_sur"]
    with pytest.raises(NotFoundError):
        await gig.users.get(one)
    assert (await gig.users.get(none)).teams == []


TOUCHES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("GET", "", {}),
    ("PUT", "", {"json": {}}),
    ("DELETE", "", {}),
    ("GET", "/series", {}),
    ("POST", "/series", {"json": {"series": "A"}}),
    ("PUT", "/series/A", {"json": {"live": 1}}),
    ("GET", "/onboarding-url", {}),
    ("PUT", "/settings", {"json": {"use": "G03"}}),
    ("POST", "/add-member", {"json": {"id": "user_sandbox"}}),
    ("POST", "/remove-member", {"json": {"id": "user_sandbox"}}),
    (
        "POST",
        "/sat-connection",
        {
            "files": {"cert": ("a.cer", CERTIFICATE), "key": ("a.key", CERTIFICATE)},
            "data": {"keyPass": "a"},
        },
    ),
    ("POST", "/manifest/sign", {"json": FIEL}),
)


@pytest.mark.parametrize("touch", TOUCHES, ids=[" ".join(entry[:2]) for entry in TOUCHES])
async def test_a_team_out_of_reach_does_not_exist(
    session: SandboxSession, touch: tuple[str, str, dict[str, Any]]
) -> None:
    method, path, content = touch
    before = (await session.gig("team_sandbox").teams.get("team_sur")).to_dict()
    for out_of_reach in ("team_sur", "team_stranger", "team_unknown"):
        key = session.sandbox.key("team_norte")
        answer = await session.send(method, f"/v2/teams/{out_of_reach}{path}", key=key, **content)
        assert (answer.status_code, answer.json()["message"]) == (404, "Team not found")
    assert (await session.gig("team_sandbox").teams.get("team_sur")).to_dict() == before


async def test_a_reset_forgets_the_teams_made_since(session: SandboxSession) -> None:
    made = await session.gig().teams.create(brand=BRAND)
    session.sandbox.state.reset()
    assert await ids(session.gig()) == SIBLINGS
    with pytest.raises(APIError):
        await session.gig(made.id or "").teams.get(made.id or "")
