"""The teams that a key can access: its own, and with Connect all of its billing account.

Any other team answers as one that does not exist; so does one 30 days after its deletion was
requested.
"""

from __future__ import annotations

from ...call import Call
from ...errors import require
from ...resource import Resource


def reachable_teams(call: Call) -> list[Resource]:
    """The teams that the key can access, oldest first."""
    own = call.state.teams[call.key.team]
    ids = [
        team.id
        for team in call.state.teams.values()
        if team == own or (own.connect and team.billing_account == own.billing_account)
    ]
    resources = [call.state.team_resources[team_id] for team_id in ids]
    return [resource for resource in resources if not is_erased(call, resource)]


def find(call: Call) -> Resource:
    """The team in the path.

    Raises:
        Refusal: 404, the key cannot access such a team.
    """
    return require(
        next((team for team in reachable_teams(call) if team["id"] == call.path["id"]), None),
        "team",
    )


def is_erased(call: Call, team: Resource) -> bool:
    """Whether the date of the scheduled deletion has passed."""
    return (
        "scheduled_deletion" in team and team["scheduled_deletion"]["date"] <= call.state.now_ms()
    )
