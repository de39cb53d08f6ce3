# Written by `make generate` from openapi.yaml; never edited.
"""POST /teams/{id}/manifest/sign: Sign the Carta Manifiesto of a team.

Docs: https://docs.gigstack.io/sign-manifest-document-26526733e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.frames import forgets_arguments
from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import OBJECT, STRING

if TYPE_CHECKING:
    from ..._generated.models.team import Team


ROUTE: Route[dict[str, Any]] = Route(
    name="teams.sign_manifest",
    method="POST",
    path="/teams/{id}/manifest/sign",
    decode=Value(OBJECT, "data"),
    ids={
        "id": {
            "Team": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=90,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "key": STRING.as_secret(),
        "cert": STRING.as_secret(),
        "password": STRING.as_secret(),
    },
)


@resolvable
@forgets_arguments
def build(
    id: str | Team,
    /,
    *,
    team: str | None = None,
    key: str,
    cert: str,
    password: str,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[dict[str, Any]]:
    """The operation of `gig.teams.sign_manifest`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
            "key": key,
            "cert": cert,
            "password": password,
        },
        extra=extra,
    )
