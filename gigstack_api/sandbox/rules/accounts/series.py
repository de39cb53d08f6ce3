"""Invoice series: names with a folio counter for live and one for test mode.

A counter is the last folio used. The series in the path is its name, which no update changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...call import Answer, Call, Handler
from ...errors import already_exists, api_error, require
from ...resource import Resource
from . import team_access

COUNTERS = ("live", "test")


def get_team_series(call: Call) -> Answer:
    return Answer.of("Series retrieved successfully", list(series_of(call).values()))


def create_team_series(call: Call) -> Answer:
    kept, name = series_of(call), call.body["series"]
    if not name.strip():
        raise api_error(
            400, "invalid_field_value", "series must not be empty; send letters such as A"
        )
    if name in kept:
        raise already_exists(
            f"The series {name} already exists; change its counters with an update"
        )
    kept[name] = {"series": name, **dict.fromkeys(COUNTERS, 0), **counters(call.body)}
    return Answer.of("Series created successfully", kept[name])


def update_team_series(call: Call) -> Answer:
    name = call.path["seriesId"]
    one = require(series_of(call).get(name), "series")
    if call.body.get("series", name) != name:
        raise api_error(
            400, "invalid_field_value", "A series cannot be renamed; create another one"
        )
    one.update(counters(call.body))
    return Answer.of("Series updated successfully", one)


def series_of(call: Call) -> dict[str, Resource]:
    """The series of the team in the path, by name. Documents are numbered in the same ones.

    Raises:
        Refusal: 404, the key cannot access such a team.
    """
    return call.state.collection(team_access.find(call)["id"], "series")


def counters(body: Mapping[str, Any]) -> Resource:
    """The counters in the body.

    Raises:
        Refusal: 400, a counter is negative.
    """
    sent = {name: body[name] for name in COUNTERS if name in body}
    if wrong := [name for name, count in sent.items() if count < 0]:
        raise api_error(400, "invalid_field_value", "A folio counter must be 0 or more", wrong)
    return sent


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (get_team_series, create_team_series, update_team_series)
}
