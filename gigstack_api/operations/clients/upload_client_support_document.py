# Written by `make generate` from openapi.yaml; never edited.
"""POST /clients/{id}/support-documents: Attach a support document to a client.

Docs: https://docs.gigstack.io/upload-support-document-28014931e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.files.upload import Accepts, FileInput
from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.support_document import SupportDocument
from ..._generated.models.support_document_type import SupportDocumentType

if TYPE_CHECKING:
    from ..._generated.models.client import Client


ROUTE: Route[SupportDocument] = Route(
    name="clients.upload_support_document",
    method="POST",
    path="/clients/{id}/support-documents",
    decode=Value(model(SupportDocument), "data"),
    ids={
        "id": {
            "Client": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=30,
    multipart=True,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "documentType": enum(SupportDocumentType),
        "name": STRING,
        "description": STRING,
    },
    files={
        "file": Accepts(
            max_bytes=10485760,
            media_types=(
                "application/pdf",
                "image/png",
                "image/jpeg",
                "image/webp",
            ),
        ),
    },
    reserved=frozenset(
        {
            "validate",
        }
    ),
)


@resolvable
def build(
    id: str | Client,
    /,
    *,
    team: str | None = None,
    file: FileInput,
    documentType: SupportDocumentType | str,
    name: str | Omit = OMIT,
    description: str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[SupportDocument]:
    """The operation of `gig.clients.upload_support_document`, not sent yet.

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
            "documentType": documentType,
            "name": name,
            "description": description,
        },
        extra=extra,
        files={
            "file": file,
        },
    )
