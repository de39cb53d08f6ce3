"""Users.

Chosen, where no source says: all users of the billing account are visible, so that one without a
team can be found and added to one; `role` is the role in the team acted for, `member` (as in the
sample) without one; e-mail addresses are compared without case.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...call import Answer, Call, Handler
from ...errors import already_exists, api_error, require
from ...resource import Resource
from ...state import State
from ..shared.lists import list_page
from ..shared.merging import merged
from . import members
from .addresses import shown_address

STORED = ("email", "first_name", "last_name", "phone", "company_role", "address")
ROW = ("id", "email", "name", "role", "created_at")
OUTSIDER = "member"
LINK_LIFE_S = 3600


def list_users(call: Call) -> Answer:
    users = members.users_of(call.state, call.team)
    rows = [list_row(call, user) for user in users.values()]
    return Answer(200, list_page(call, rows, "Users retrieved successfully"))


def get_user(call: Call) -> Answer:
    return Answer.of("User retrieved successfully", shown(call, find(call, call.path["id"])))


def create_user(call: Call) -> Answer:
    email = call.body.get("email")
    if email is not None and is_registered(call.state, email):
        raise already_exists(f"The e-mail address {email} already belongs to a user")
    fields = merged({}, {name: call.body[name] for name in STORED if name in call.body})
    user_id = call.state.new_id("user")
    user: Resource = {**fields, "id": user_id, "created_at": call.state.now_s()}
    members.users_of(call.state, call.team)[user_id] = user
    if call.body.get("auto_join"):
        role = call.body.get("role", members.DEFAULT_ROLE)
        members.add_members(call.state.team_resources[call.team], [{"id": user_id, "role": role}])
    data = {**shown(call, user), "invitation_sent": email is not None}
    return Answer.of("User created successfully", data)


def update_user(call: Call) -> Answer:
    user = find(call, call.path["id"])
    new = merged(user, call.body)
    user.clear()
    user.update(new)
    return Answer.of("User updated successfully", shown(call, user))


def reset_user_password(call: Call) -> Answer:
    user = find(call, call.path["id"])
    email = user.get("email")
    if email is None:
        raise api_error(
            400, "business_rule_violation", "The user has no e-mail address to send the mail to"
        )
    if call.body.get("email", email).casefold() != email.casefold():
        raise api_error(
            400, "invalid_field_value", "email does not match the user in the path; leave it out"
        )
    return _send_password_mail(call, email)


def _send_password_mail(call: Call, email: str) -> Answer:
    mail: Resource = {
        "id": call.state.new_id("mail"),
        "type": "password_reset",
        "to": email,
        "created_at": call.state.now_s(),
    }
    call.state.collection(call.state.teams[call.team].billing_account, "mails")[mail["id"]] = mail
    return Answer.of("Password reset email sent", {})


def reset_user_password_by_email(call: Call) -> Answer:
    email = call.body["email"].casefold()
    users = members.users_of(call.state, call.team).values()
    user = require(
        next((user for user in users if (user.get("email") or "").casefold() == email), None),
        "user",
    )
    return _send_password_mail(call, user["email"])


def generate_user_login_link(call: Call) -> Answer:
    find(call, call.body["user_id"])
    token = call.state.new_id("login")
    data = {
        "url": f"{call.base_url}/login/{token}",
        "token": token,
        "expires_at": call.state.now_s() + LINK_LIFE_S,
    }
    return Answer.of("Login link generated successfully", data)


def find(call: Call, user_id: str) -> Resource:
    """The user with this id.

    Raises:
        Refusal: 404, the billing account has no such user.
    """
    return require(members.users_of(call.state, call.team).get(user_id), "user")


def is_registered(state: State, email: str) -> bool:
    """Whether a user of any billing account has this e-mail address."""
    accounts = {team.billing_account for team in state.teams.values()}
    emails = [
        user.get("email")
        for account in accounts
        for user in state.collection(account, "users").values()
    ]
    return email.casefold() in {known.casefold() for known in emails if known is not None}


def shown(call: Call, user: Resource) -> Resource:
    """A user as answers show it."""
    teams = members.memberships(call.state, call.state.teams[call.team].billing_account, user["id"])
    return {
        **user,
        **shown_address(user),
        "name": name_of(user),
        "role": role_of(call, user),
        "teams": teams,
    }


def list_row(call: Call, user: Resource) -> Resource:
    """A user as lists show it, with fewer fields."""
    full = {**user, "name": name_of(user), "role": role_of(call, user)}
    return {name: full.get(name) for name in ROW}


def name_of(user: Mapping[str, Any]) -> str:
    """The full name."""
    return " ".join(user[name] for name in ("first_name", "last_name") if user.get(name))


def role_of(call: Call, user: Resource) -> str:
    """The role of a user in the team acted for."""
    return members.role_in(call.state.team_resources[call.team], user["id"]) or OUTSIDER


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        list_users,
        get_user,
        create_user,
        update_user,
        reset_user_password,
        reset_user_password_by_email,
        generate_user_login_link,
    )
}
