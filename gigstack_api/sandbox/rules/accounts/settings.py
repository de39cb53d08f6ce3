"""Team settings, shared by live and test mode."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...call import Answer, Call, Handler
from ...resource import Resource
from ..shared.merging import merged
from . import team_access

PERIOD_LABELS = {
    "day": "Día",
    "week": "Semana",
    "two_weeks": "Quincena",
    "month": "Mes",
    "two_months": "Bimestre",
}
"""The label of each period in answers; only "Mes" was observed."""


def update_team_settings(call: Call) -> Answer:
    team = team_access.find(call)
    team["settings"] = merged(team.get("settings") or {}, labelled(call.body))
    return Answer.of("Team settings updated successfully", team["settings"])


def labelled(body: Mapping[str, Any]) -> Resource:
    """The settings sent, with the period as answers show it.

    It is sent as a text, and returned with a label.
    """
    period = body.get("periodicity")
    if period is None:
        return dict(body)
    return {**body, "periodicity": {"label": PERIOD_LABELS.get(period, period), "value": period}}


HANDLERS: dict[str, Handler] = {update_team_settings.__name__: update_team_settings}
