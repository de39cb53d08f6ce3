# Written by `make generate` from openapi.yaml; never edited.
"""POST /clients/csf: Create or update a client from its CSF.

Docs: https://docs.gigstack.io/upload-csf-pdf-to-create-or-update-client-24485403e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.files.upload import Accepts, FileInput
from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.client import Client

ROUTE: Route[Client] = Route(
    name="clients.upload_csf",
    method="POST",
    path="/clients/csf",
    decode=Value(model(Client), "data"),
    replay=Replay.ONCE,
    deadline_s=90,
    multipart=True,
    body_required=True,
    query={
        "client_id": STRING,
        "team": STRING,
    },
    body={},
    files={
        "file": Accepts(max_bytes=5242880, media_types=("application/pdf",)),
    },
)


def build(
    *,
    client_id: str | None = None,
    team: str | None = None,
    file: FileInput,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Client]:
    """The operation of `gig.clients.upload_csf`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        query={
            "client_id": client_id,
            "team": team,
        },
        extra_query=extra_query,
        body={},
        extra=extra,
        files={
            "file": file,
        },
    )
