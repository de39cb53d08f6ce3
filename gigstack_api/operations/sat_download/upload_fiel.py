# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/download/fiel: Upload the FIEL of the team.

Docs: https://docs.gigstack.io/upload-fiel-credentials-32396700e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.files.upload import Accepts, FileInput
from gigstack_api._core.frames import forgets_arguments
from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.fiel_upload_result import FielUploadResult

ROUTE: Route[FielUploadResult] = Route(
    name="sat_download.upload_fiel",
    method="POST",
    path="/invoices/download/fiel",
    decode=Value(model(FielUploadResult), "data"),
    replay=Replay.ONCE,
    deadline_s=90,
    multipart=True,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "password": STRING.as_secret(),
        "sync_start_date": STRING,
        "phone": STRING,
    },
    files={
        "cert": Accepts(media_types=("application/pkix-cert",)),
        "key": Accepts(media_types=("application/pkcs8",)),
    },
)


@forgets_arguments
def build(
    *,
    team: str | None = None,
    cert: FileInput,
    key: FileInput,
    password: str,
    sync_start_date: str | Omit = OMIT,
    phone: str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[FielUploadResult]:
    """The operation of `gig.sat_download.upload_fiel`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
            "password": password,
            "sync_start_date": sync_start_date,
            "phone": phone,
        },
        extra=extra,
        files={
            "cert": cert,
            "key": key,
        },
    )
