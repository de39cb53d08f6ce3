"""The rules of teams. Pure.

Chosen where no source says: creations answer 200; a brand and an address sent in part are merged; a
new team belongs to the owner of the team of the key, who is its first admin; its legal name is its
alias. `municipality` is stored and not shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from ...call import Answer, Call, Handler
from ...errors import coded, pair
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
"""Integrations that keep a team from being deleted while they are completed."""

DELETION = ("status", "scheduled_deletion")
DELETION_MS = 30 * 24 * 3600 * 1000


def list_teams(call: Call) -> Answer:
    call.state.numbers(
        call.state.team_resources.values()
    )  # of all: what one key sees must not set the order
    page = list_page(call, team_access.reachable(call), "Teams retrieved successfully")
    return Answer(200, {**page, "data": [shown(call, each) for each in page["data"]]})


def get_team(call: Call) -> Answer:
    return Answer(
        200,
        {"message": "Team retrieved successfully", "data": shown(call, team_access.found(call))},
    )


def get_team_integrations(call: Call) -> Answer:
    integrations = call.state.team_resources[call.team]["integrations"]
    return Answer(200, {"message": "Integrations retrieved successfully", "data": integrations})


def get_team_onboarding_url(call: Call) -> Answer:
    data = {"onboarding_url": onboarding_url(call, team_access.found(call))}
    return Answer(200, {"message": "Onboarding URL generated successfully", "data": data})


def create_team(call: Call) -> Answer:
    master = call.state.teams[call.key.team]
    if not master.connect:
        raise pair(403, "Forbidden", "insufficient_permissions")
    check(call, master.id)
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
    return Answer(200, {"message": "Team created successfully", "data": changed(call, team)})


def update_team(call: Call) -> Answer:
    team = team_access.found(call)
    check(call, team["id"])
    return Answer(200, {"message": "Team updated successfully", "data": changed(call, team)})


def delete_team(call: Call) -> Answer:
    team = team_access.found(call)
    check_deletable(call, team)
    now = call.state.now_ms()
    flagged_by = call.state.team_resources[call.key.team]["owner"]
    team["status"] = "pending_deletion"
    team["scheduled_deletion"] = {
        "date": now + DELETION_MS,
        "flagged_at": now,
        "flagged_by": flagged_by,
    }
    drop_teamless(call, team)
    data = {name: team[name] for name in ("id", *DELETION)}
    return Answer(200, {"message": "Team scheduled for deletion", "data": data})


def check(call: Call, team_id: str) -> None:
    """Passes a body whose RFC is well formed and whose members are users of the account.

    Raises:
        Refusal: 400, it is not so.
    """
    check_rfc(call.body.get("tax_id"))
    members.check_known(members.users_of(call.state, team_id), call.body.get("add_members", ()))


def changed(call: Call, team: Resource) -> Resource:
    """The team as answers show it, after what the body says was done: fields, members, and a link
    if one is asked for.
    """
    team.update(merged(team, {name: call.body[name] for name in SETTABLE if name in call.body}))
    if call.body.get("add_master_team_members"):
        members.joined(team, call.state.team_resources[call.key.team]["members"])
    members.joined(team, call.body.get("add_members", ()))
    link = (
        {"onboarding_url": onboarding_url(call, team)}
        if call.body.get("generate_onboarding_url")
        else {}
    )
    return {**shown(call, team), **link}


def shown(call: Call, team: Resource) -> Resource:
    """A team as answers show it: members with their e-mail, and no word of its deletion, for which
    teams document no field.
    """
    users = members.users_of(call.state, team["id"])
    people = [{**each, "email": users.get(each["id"], {}).get("email")} for each in team["members"]]
    fields = {name: value for name, value in team.items() if name not in DELETION}
    return {**fields, **shown_address(team), "members": people}


def onboarding_url(call: Call, team: Resource) -> str:
    """A new link to the onboarding of a team; the one before stops working."""
    kept: Resource = call.state.collection(team["id"], "onboarding").setdefault("link", {})
    if "id" in kept:
        call.state.forget_file(kept["id"])
    kept["id"] = call.state.new_id("onboarding")
    text = f"Onboarding of {members.name_of(team)} ({team['id']}): the sandbox has no portal; upload the CSD through the API\n"
    call.state.keep_file(kept["id"], text.encode(), "text/plain")
    return f"{call.base_url}/files/{kept['id']}"


def check_deletable(call: Call, team: Resource) -> None:
    """Passes a team that can be deleted.

    Raises:
        Refusal: 409, that is under way; 400, it has documents in either mode, or a completed
            integration.
    """
    if "scheduled_deletion" in team:
        raise coded(409, "resource_conflict", "The deletion of this team is scheduled already")
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
        raise coded(400, "business_rule_violation", text, reasons)


def drop_teamless(call: Call, team: Resource) -> None:
    """Takes the members who have no team left out of the billing account."""
    account = call.state.teams[team["id"]].billing_account
    users = members.users_of(call.state, team["id"])
    for each in team["members"]:
        if not members.memberships(call.state, account, each["id"]):
            users.pop(each["id"], None)


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
