"""Connect teams.

Chosen, where no source says: creations answer 200; a brand and an address sent in part are merged;
a new team belongs to the owner of the key's team, who becomes its first admin; its legal name is
its alias; `municipality` is stored and not shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from ...call import Answer, Call, Handler
from ...errors import api_error, legacy_error
from ...resource import Resource
from ...state import Team
from ..shared.lists import list_page
from ..shared.merging import merged
from ..shared.rfc import check_rfc
from . import members, team_access
from .addresses import shown_address

SETTABLE = ("brand", "address", "tax_id", "tax_system", "support_email", "support_phone")
DOCUMENTS = ("invoices", "payments", "receipts")
BLOCKING = (
    "stripe",
    "mercadopago",
    "paypal",
    "openpay",
    "conekta",
    "clip",
    "bank",
    "shopify",
    "whmcs",
    "hilos",
)
"""A team cannot be deleted while one of these integrations is completed."""

DELETION = ("status", "scheduled_deletion")
DELETION_MS = 30 * 24 * 3600 * 1000


def list_teams(call: Call) -> Answer:
    call.state.assign_numbers(
        call.state.team_resources.values()
    )  # of all: what one key sees must not set the order
    teams = {team["id"]: team for team in team_access.reachable_teams(call)}
    named = [{**team, "name": members.team_name(team)} for team in teams.values()]  # to order by
    page = list_page(call, named, "Teams retrieved successfully")
    return Answer(200, {**page, "data": [shown(call, teams[row["id"]]) for row in page["data"]]})


def get_team(call: Call) -> Answer:
    return Answer.of("Team retrieved successfully", shown(call, team_access.find(call)))


def get_team_integrations(call: Call) -> Answer:
    integrations = call.state.team_resources[call.team]["integrations"]
    return Answer.of("Integrations retrieved successfully", integrations)


def get_team_onboarding_url(call: Call) -> Answer:
    data = {"onboarding_url": create_onboarding_url(call, team_access.find(call))}
    return Answer.of("Onboarding URL generated successfully", data)


def create_team(call: Call) -> Answer:
    master = call.state.teams[call.key.team]
    if not master.connect:
        raise legacy_error(403, "Forbidden", "insufficient_permissions")
    check_request(call, master.id)

    owner = call.state.team_resources[master.id]["owner"]
    team: Resource = {
        "id": call.state.new_id("team"),
        "owner": owner,
        "created_at": call.state.now_s(),
        "sat": {"completed": False},
        "members": [{"id": owner, "role": "admin"}],
        "integrations": {},
        "settings": {},
    }
    if "brand" in call.body:
        team["legal_name"] = call.body["brand"]["alias"]

    name, tax_id = team.get("legal_name", ""), call.body.get("tax_id", "")
    call.state.teams[team["id"]] = Team(
        team["id"], master.billing_account, legal_name=name, tax_id=tax_id
    )
    call.state.team_resources[team["id"]] = team

    return Answer.of("Team created successfully", apply_body(call, team))


def update_team(call: Call) -> Answer:
    team = team_access.find(call)
    check_request(call, team["id"])
    return Answer.of("Team updated successfully", apply_body(call, team))


def delete_team(call: Call) -> Answer:
    team = team_access.find(call)
    check_deletable(call, team)
    now = call.state.now_ms()
    flagged_by = call.state.team_resources[call.key.team]["owner"]
    team["status"] = "pending_deletion"
    team["scheduled_deletion"] = {
        "date": now + DELETION_MS,
        "flagged_at": now,
        "flagged_by": flagged_by,
    }
    remove_teamless_users(call, team)
    data = {name: team[name] for name in ("id", *DELETION)}
    return Answer.of("Team scheduled for deletion", data)


def check_request(call: Call, team_id: str) -> None:
    """Checks the RFC and the members in the body.

    Raises:
        Refusal: 400, the RFC is malformed, or a member is not a user of the account.
    """
    check_rfc(call.body.get("tax_id"))
    members.check_users(members.users_of(call.state, team_id), call.body.get("add_members", ()))


def apply_body(call: Call, team: Resource) -> Resource:
    """Changes a team as the body says, and returns it as answers show it.

    The body may name fields and members, and ask for an onboarding link.
    """
    team.update(merged(team, {name: call.body[name] for name in SETTABLE if name in call.body}))
    if call.body.get("add_master_team_members"):
        members.add_members(team, call.state.team_resources[call.key.team]["members"])
    members.add_members(team, call.body.get("add_members", ()))
    link = (
        {"onboarding_url": create_onboarding_url(call, team)}
        if call.body.get("generate_onboarding_url")
        else {}
    )
    return {**shown(call, team), **link}


def shown(call: Call, team: Resource) -> Resource:
    """A team as answers show it.

    Members have their e-mail; nothing is said about the deletion, for which teams document no
    field.
    """
    users = members.users_of(call.state, team["id"])
    people = [
        {**member, "email": users.get(member["id"], {}).get("email")} for member in team["members"]
    ]
    fields = {name: value for name, value in team.items() if name not in DELETION}
    return {**fields, **shown_address(team), "members": people}


def create_onboarding_url(call: Call, team: Resource) -> str:
    """Creates a link to the onboarding of a team; the earlier one stops working."""
    kept: Resource = call.state.collection(team["id"], "onboarding").setdefault("link", {})
    if "id" in kept:
        call.state.delete_file(kept["id"])
    kept["id"] = call.state.new_id("onboarding")
    text = (
        f"Onboarding of {members.team_name(team)} ({team['id']}): "
        "the sandbox has no portal; upload the CSD with the API\n"
    )
    call.state.store_file(kept["id"], text.encode(), "text/plain")
    return f"{call.base_url}/files/{kept['id']}"


def check_deletable(call: Call, team: Resource) -> None:
    """Checks that a team can be deleted.

    Raises:
        Refusal: 409, its deletion is scheduled already; 400, it has documents in either mode, or a
            completed integration.
    """
    if "scheduled_deletion" in team:
        raise api_error(409, "resource_conflict", "The deletion of this team is already scheduled")
    modes = [
        evolve(call, team=team["id"], key=evolve(call.key, livemode=livemode))
        for livemode in (True, False)
    ]
    reasons = [kind for kind in DOCUMENTS if any(mode.documents(kind) for mode in modes)]
    integrations: Mapping[str, Any] = team["integrations"]
    reasons += [name for name in BLOCKING if integrations.get(name, {}).get("completed") is True]
    if reasons:
        text = (
            "A team with invoices, payments, receipts or a connected integration cannot be deleted"
        )
        raise api_error(400, "business_rule_violation", text, reasons)


def remove_teamless_users(call: Call, team: Resource) -> None:
    """Removes the team's members without another team from the billing account."""
    account = call.state.teams[team["id"]].billing_account
    users = members.users_of(call.state, team["id"])
    for member in team["members"]:
        if not members.memberships(call.state, account, member["id"]):
            users.pop(member["id"], None)


HANDLERS: dict[str, Handler] = {
    **{
        handler.__name__: handler
        for handler in (
            list_teams,
            get_team,
            get_team_integrations,
            get_team_onboarding_url,
            create_team,
            update_team,
            delete_team,
        )
    },
}
