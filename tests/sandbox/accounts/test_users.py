"""Users of a billing account, and what they are in its teams."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import BadRequestError, Gigstack, NotFoundError, ValidationError

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio

NOW_S = 1_700_000_000
LUIS: dict[str, Any] = {
    "email": "luis@b.mx",
    "first_name": "Luis",
    "last_name": "Ramos Vega",
    "phone": "1",
    "company_role": "Contador",
    "address": {"country": "Mexico", "zip": "06500", "municipality": "Cuauhtémoc"},
}


async def test_each_account_begins_with_its_owner(session: SandboxSession) -> None:
    mine, theirs = [
        await session.gig(team).users.get("user_sandbox")
        for team in ("team_sandbox", "team_stranger")
    ]
    assert (mine.email, theirs.email) == ("ba_sandbox@ejemplo.com", "ba_stranger@ejemplo.com")
    assert (mine.name, mine.role) == ("Ana López Díaz", "admin")
    assert [team.team_id for team in mine.teams or []] == ["team_sandbox", "team_norte", "team_sur"]
    assert [team.to_dict() for team in theirs.teams or []] == [
        {"team_id": "team_stranger", "team_name": "Otra Empresa", "role": "admin"}
    ]


async def test_a_created_user_has_what_was_sent_and_no_team(session: SandboxSession) -> None:
    session.at(NOW_S)
    gig = session.gig()
    made = (await gig.users.create(**LUIS, role="editor")).to_dict()
    assert made.pop("invitation_sent") is True
    assert made == {
        **LUIS,
        "id": made["id"],
        "created_at": NOW_S,
        "name": "Luis Ramos Vega",
        "role": "member",
        "teams": [],
        "address": {"country": "MEX", "zip": "06500"},
    }
    assert (await gig.users.get(made["id"])).to_dict() == made


@pytest.mark.parametrize(("sent", "role"), [({}, "viewer"), ({"role": "editor"}, "editor")])
async def test_a_user_may_join_the_team_acted_for_at_once(
    gig: Gigstack, sent: dict[str, Any], role: str
) -> None:
    norte = gig.for_team("team_norte")
    made = await norte.users.create(email="a@b.mx", auto_join=True, **sent)
    assert made.role == role
    assert [(team.team_id, team.role) for team in made.teams or []] == [("team_norte", role)]
    assert made.id in [member.id for member in (await gig.teams.get("team_norte")).members or []]
    assert (await gig.users.get(made.id or "")).role == "member"


async def test_an_email_is_taken_once_in_any_account_and_case(session: SandboxSession) -> None:
    await session.gig().users.create(email="luis@b.mx")
    for team in ("team_sandbox", "team_stranger"):
        with pytest.raises(BadRequestError) as caught:
            await session.gig(team).users.create(email="Luis@B.mx")
        assert caught.value.code == "resource_already_exists"
    with pytest.raises(BadRequestError):
        await session.gig().users.create(email="ba_stranger@ejemplo.com")
    assert (await session.gig().users.list()).total_results == 2


async def test_users_of_the_account_are_listed_newest_first(session: SandboxSession) -> None:
    gig = session.gig("team_norte")
    made = [(await gig.users.create(email=f"{number}@b.mx", phone="1")).id for number in range(3)]
    page = await gig.users.list(limit=2)
    assert ([entry.id for entry in page.data], page.total_results, page.has_more) == (
        made[:0:-1],
        4,
        True,
    )
    assert set(page.data[0].to_dict()) == {"id", "email", "name", "role", "created_at"}
    assert [user.id async for user in session.gig().users.list(limit=1)] == [
        *reversed(made),
        "user_sandbox",
    ]
    assert [user.id async for user in session.gig("team_stranger").users.list()] == ["user_sandbox"]


async def test_an_update_changes_what_is_sent_but_never_the_email(session: SandboxSession) -> None:
    gig = session.gig()
    made = (await gig.users.create(**LUIS)).id or ""
    with pytest.raises(BadRequestError, match="the e-mail address of a user cannot be changed"):
        await gig.users.update(made, phone="2", extra={"email": "other@b.mx"})
    forged = {"role": "admin", "auto_join": True, "id": "user_mine"}
    reply = await session.send("PUT", f"/v2/users/{made}", json=forged)
    assert reply.headers["x-sandbox-ignored"] == "role, auto_join, id"
    changed = await gig.users.update(
        made, first_name="Lucía", address={"zip": None, "city": "CDMX"}
    )
    given = changed.to_dict()
    assert (given["id"], given["email"], given["role"], given["teams"]) == (
        made,
        "luis@b.mx",
        "member",
        [],
    )
    assert (given["name"], given["phone"]) == ("Lucía Ramos Vega", "1")
    assert given["address"] == {"country": "MEX", "city": "CDMX"}
    assert (await gig.users.get(made)).to_dict() == given


async def test_each_password_reset_sends_a_mail(session: SandboxSession) -> None:
    gig = session.gig()
    made = (await gig.users.create(email="luis@b.mx")).id or ""
    await gig.users.reset_password(made)
    await gig.users.reset_password(made, email="LUIS@b.mx")
    mails = session.sandbox.state.collection("ba_sandbox", "mails").values()
    assert [(entry["type"], entry["to"]) for entry in mails] == [
        ("password_reset", "luis@b.mx")
    ] * 2


async def test_a_password_is_reset_by_email(session: SandboxSession) -> None:
    gig = session.gig()
    await gig.users.create(first_name="Sin correo")
    await gig.users.create(email="luis@b.mx")
    await gig.users.reset_password_by_email(email="LUIS@b.mx")
    mails = session.sandbox.state.collection("ba_sandbox", "mails").values()
    assert [entry["to"] for entry in mails] == ["luis@b.mx"]
    with pytest.raises(NotFoundError):
        await gig.users.reset_password_by_email(email="ba_stranger@ejemplo.com")


async def test_no_password_reset_goes_to_another_address_or_to_none(
    session: SandboxSession,
) -> None:
    gig = session.gig()
    with pytest.raises(ValidationError):
        await gig.users.reset_password("user_sandbox", email="other@b.mx")
    silent = await gig.users.create(first_name="Sin correo")
    assert (silent.email, silent.invitation_sent) == (None, False)
    with pytest.raises(BadRequestError) as caught:
        await gig.users.reset_password(silent.id or "")
    assert caught.value.code == "business_rule_violation"
    assert session.sandbox.state.collection("ba_sandbox", "mails") == {}


async def test_each_login_link_is_a_new_one_for_an_hour(session: SandboxSession) -> None:
    session.at(NOW_S)
    links = [
        await session.gig().users.generate_login_link(user_id="user_sandbox") for _ in range(2)
    ]
    assert links[0].url != links[1].url
    assert {link.expires_at for link in links} == {NOW_S + 3600}
    assert all((entry.url or "").endswith(f"/login/{entry.token}") for entry in links)


async def test_a_user_of_another_account_does_not_exist(session: SandboxSession) -> None:
    mine = (await session.gig().users.create(email="luis@b.mx")).id or ""
    other = session.gig("team_stranger").users
    for touch in (
        lambda: other.get(mine),
        lambda: other.update(mine, phone="2"),
        lambda: other.reset_password(mine),
        lambda: other.generate_login_link(user_id=mine),
    ):
        with pytest.raises(NotFoundError):
            await touch()
    assert (await session.gig("team_norte").users.get(mine)).phone is None
