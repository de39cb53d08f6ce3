# Written by `make generate` from openapi.yaml; never edited.
"""GET /retentions/{id}/files: Get the PDF and XML of a retention.

Docs: https://docs.gigstack.io/get-retention-files-29880643e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.invoice_files import InvoiceFiles

if TYPE_CHECKING:
    from ..._generated.models.retention import Retention


ROUTE: Route[InvoiceFiles] = Route(
    name="retentions.get_files",
    method="GET",
    path="/retentions/{id}/files",
    decode=Value(model(InvoiceFiles), "data"),
    ids={
        "id": {
            "Retention": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "file_type": STRING,
        "team": STRING,
    },
)


@resolvable
def build(
    id: str | Retention,
    /,
    *,
    file_type: str | None = None,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[InvoiceFiles]:
    """The operation of `gig.retentions.get_files`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        id,
        query={
            "file_type": file_type,
            "team": team,
        },
        extra_query=extra_query,
    )
