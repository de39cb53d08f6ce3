"""Memberships: which user is in which team, and with which role.

Users belong to the billing account; a team holds their ids and roles. The sources do not limit the
roles, so any role is accepted and stored unchanged.
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
        raise already_exists(f"The user {user_id} is already a member of this team")
    add_members(team, [call.body])
    return Answer.of("Member added successfully", {})


def remove_team_member(call: Call) -> Answer:
    team = team_access.find(call)
    if role_in(team, call.body["id"]) is None:
        raise not_found("member")
    team["members"] = [member for member in team["members"] if member["id"] != call.body["id"]]
    return Answer.of("Member removed successfully", {})


def users_of(state: State, team_id: str) -> dict[str, Resource]:
    """The users of the billing account that a team belongs to."""
    return state.collection(state.teams[team_id].billing_account, "users")


def check_users(users: Mapping[str, Resource], members: Iterable[Mapping[str, Any]]) -> None:
    """Checks that members are users of the billing account.

    Raises:
        Refusal: 400, one is not. Not 404, which would be about the team.
    """
    if unknown := [member["id"] for member in members if member["id"] not in users]:
        raise api_error(
            400,
            "invalid_field_value",
            "add_members must name users of this billing account; create them first",
            unknown,
        )


def add_members(team: Resource, members: Iterable[Mapping[str, Any]]) -> None:
    """Adds members to a team; one who is in it already gets the new role."""
    roles = {member["id"]: member["role"] for member in team["members"]}
    roles |= {member["id"]: member.get("role", DEFAULT_ROLE) for member in members}
    team["members"] = [{"id": user_id, "role": role} for user_id, role in roles.items()]


def role_in(team: Resource, user_id: str) -> str | None:
    """The role of a user in a team; None if the user is not a member."""
    return next((member["role"] for member in team["members"] if member["id"] == user_id), None)


def memberships(state: State, billing_account: str, user_id: str) -> list[Resource]:
    """The teams of a user, as a user shows them, without those scheduled for deletion."""
    teams = [
        state.team_resources[account_team.id]
        for account_team in state.teams.values()
        if account_team.billing_account == billing_account
    ]
    return [
        {"team_id": team["id"], "team_name": team_name(team), "role": role}
        for team in teams
        if "scheduled_deletion" not in team and (role := role_in(team, user_id)) is not None
    ]


def team_name(team: Resource) -> str:
    """The display name of a team."""
    brand: Mapping[str, Any] = team.get("brand") or {}
    return str(brand.get("alias") or team.get("legal_name") or team["id"])


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler for handler in (add_team_member, remove_team_member)
}
