# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/draft/{id}/preview: Make the preview PDF of a draft invoice.

Docs: https://docs.gigstack.io/generate-draft-preview-pdf-pre-factura-30478231e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.files.download import Download
from gigstack_api._core.operations.decoders import File
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING

if TYPE_CHECKING:
    from ..._generated.models.draft_invoice import DraftInvoice


ROUTE: Route[Download] = Route(
    name="draft_invoices.preview",
    method="POST",
    path="/invoices/draft/{id}/preview",
    decode=File(
        "{id}.pdf",
        "application/pdf",
        (
            "data.pdf",
            "data.content",
            "data.preview",
            "data.file",
            "data.base64",
            "data.url",
            "pdf",
            "content",
        ),
    ),
    ids={
        "id": {
            "DraftInvoice": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=90,
    query={
        "team": STRING,
    },
)


@resolvable
def build(
    id: str | DraftInvoice,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Download]:
    """The operation of `gig.draft_invoices.preview`, not sent yet.

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
    )
