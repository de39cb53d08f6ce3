# Written by `make generate` from openapi.yaml; never edited.
"""PUT /teams/{id}/series/{series_id}: Set the folio counters of a series.

Docs: https://docs.gigstack.io/update-team-series-20352694e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import INTEGER, STRING
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.series import Series

if TYPE_CHECKING:
    from ..._generated.models.team import Team


ROUTE: Route[Series] = Route(
    name="teams.update_series",
    method="PUT",
    path="/teams/{id}/series/{series_id}",
    decode=Value(model(Series), "data"),
    ids={
        "id": {
            "Team": "id",
        },
        "series_id": {
            "Series": "series",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "series": STRING,
        "live": INTEGER,
        "test": INTEGER,
    },
)


@resolvable
def build(
    id: str | Team,
    series_id: str | Series,
    /,
    *,
    team: str | None = None,
    series: str | Omit = OMIT,
    live: int | Omit = OMIT,
    test: int | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Series]:
    """The operation of `gig.teams.update_series`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        id,
        series_id,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
            "series": series,
            "live": live,
            "test": test,
        },
        extra=extra,
    )
