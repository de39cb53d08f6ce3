"""The rules of memberships: which user is in which team, and as what. Pure.

Users belong to the billing account; a team holds ids and roles. Sources keep the roles open, so any
is taken as it is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...call import Answer, Call, Handler
from ...errors import already_exists, api_error, not_found
from ...resource import Resource
from ...state import State
from . import team_access

DEFAULT_ROLE = "viewer"


def add_team_member(call: Call) -> Answer:
    team = team_access.find(call)
    user_id = call.body["id"]
    if user_id not in users_of(call.state, team["id"]):
        raise not_found("user")
    if role_in(team, user_id) is not None:
        raise already_exists(f"The user {user_id} is a member of this team already")
    add_members(team, [call.body])
    return Answer(200, {"message": "Member added successfully", "data": {}})


def remove_team_member(call: Call) -> Answer:
    team = team_access.find(call)
    if role_in(team, call.body["id"]) is None:
        raise not_found("member")
    team["members"] = [each for each in team["members"] if each["id"] != call.body["id"]]
    return Answer(200, {"message": "Member removed successfully", "data": {}})


def users_of(state: State, team_id: str) -> dict[str, Resource]:
    """The users of the billing account that pays for a team."""
    return state.collection(state.teams[team_id].billing_account, "users")


def check_users(users: Mapping[str, Resource], members: Iterable[Mapping[str, Any]]) -> None:
    """Passes members that are users of the billing account.

    Raises:
        Refusal: 400, one is none. Not 404: that would tell of the team.
    """
    if unknown := [each["id"] for each in members if each["id"] not in users]:
        raise api_error(
            400,
            "invalid_field_value",
            "add_members must name users of this billing account; create them first",
            unknown,
        )


def add_members(team: Resource, members: Iterable[Mapping[str, Any]]) -> None:
    """Puts members into a team; who is in it already gets the new role."""
    roles = {each["id"]: each["role"] for each in team["members"]}
    roles |= {each["id"]: each.get("role", DEFAULT_ROLE) for each in members}
    team["members"] = [{"id": user_id, "role": role} for user_id, role in roles.items()]


def role_in(team: Resource, user_id: str) -> str | None:
    """What a user is in a team; None if no member."""
    return next((each["role"] for each in team["members"] if each["id"] == user_id), None)


def memberships(state: State, billing_account: str, user_id: str) -> list[Resource]:
    """The teams of a user, as a user shows them; those about to be deleted are left out."""
    teams = [
        state.team_resources[each.id]
        for each in state.teams.values()
        if each.billing_account == billing_account
    ]
    return [
        {"team_id": team["id"], "team_name": team_name(team), "role": role}
        for team in teams
        if "scheduled_deletion" not in team and (role := role_in(team, user_id)) is not None
    ]


def team_name(team: Resource) -> str:
    """What to call a team."""
    brand: Mapping[str, Any] = team.get("brand") or {}
    return str(brand.get("alias") or team.get("legal_name") or team["id"])


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler for handler in (add_team_member, remove_team_member)
}
