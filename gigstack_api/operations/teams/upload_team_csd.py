# Written by `make generate` from openapi.yaml; never edited.
"""POST /teams/{id}/sat-connection: Upload the CSD of a team.

Docs: https://docs.gigstack.io/upload-sat-csd-certificates-24733147e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.files.upload import Accepts, FileInput
from gigstack_api._core.frames import forgets_arguments
from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import OBJECT, STRING

if TYPE_CHECKING:
    from ..._generated.models.team import Team


ROUTE: Route[dict[str, Any]] = Route(
    name="teams.upload_csd",
    method="POST",
    path="/teams/{id}/sat-connection",
    decode=Value(OBJECT, "data"),
    ids={
        "id": {
            "Team": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=90,
    multipart=True,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "keyPass": STRING.as_secret(),
    },
    files={
        "cert": Accepts(media_types=("application/pkix-cert",)),
        "key": Accepts(media_types=("application/pkcs8",)),
    },
)


@resolvable
@forgets_arguments
def build(
    id: str | Team,
    /,
    *,
    team: str | None = None,
    cert: FileInput,
    key: FileInput,
    keyPass: str,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[dict[str, Any]]:
    """The operation of `gig.teams.upload_csd`, not sent yet.

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
            "keyPass": keyPass,
        },
        extra=extra,
        files={
            "cert": cert,
            "key": key,
        },
    )
