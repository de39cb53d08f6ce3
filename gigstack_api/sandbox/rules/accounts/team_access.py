"""Which teams a key reaches: its own, and with Connect all of its billing account. Pure.

A team out of reach answers as one that does not exist; so does one whose 30 days since its deletion
are over.
"""

from __future__ import annotations

from ...call import Call
from ...errors import not_found
from ...resource import Resource


def reachable_teams(call: Call) -> list[Resource]:
    """The teams that the key may see, oldest first."""
    own = call.state.teams[call.key.team]
    ids = [
        each.id
        for each in call.state.teams.values()
        if each == own or (own.connect and each.billing_account == own.billing_account)
    ]
    return [team for each in ids if not is_erased(call, team := call.state.team_resources[each])]


def find(call: Call) -> Resource:
    """The team of the path.

    Raises:
        Refusal: 404, the key reaches no such team.
    """
    team = next((each for each in reachable_teams(call) if each["id"] == call.path["id"]), None)
    if team is None:
        raise not_found("team")
    return team


def is_erased(call: Call, team: Resource) -> bool:
    """Whether the day of the deletion has come."""
    return (
        "scheduled_deletion" in team and team["scheduled_deletion"]["date"] <= call.state.now_ms()
    )
