# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/{id}/files: Get the addresses of the PDF and XML of an invoice.

Docs: https://docs.gigstack.io/get-invoice-files-20352676e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.objects import model

from ..._generated.models.invoice_file_type import InvoiceFileType
from ..._generated.models.invoice_files import InvoiceFiles

if TYPE_CHECKING:
    from ..._generated.models.invoice import Invoice


ROUTE: Route[InvoiceFiles] = Route(
    name="invoices.get_files",
    method="GET",
    path="/invoices/{id}/files",
    decode=Value(model(InvoiceFiles), "data"),
    ids={
        "id": {
            "Invoice": "uuid",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    query={
        "file_type": enum(InvoiceFileType),
        "team": STRING,
    },
    reserved=frozenset(
        {
            "draft",
            "egress",
            "income",
            "payment",
            "sat",
        }
    ),
)


@resolvable
def build(
    id: str | Invoice,
    /,
    *,
    file_type: InvoiceFileType | str | None = None,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[InvoiceFiles]:
    """The operation of `gig.invoices.get_files`, not sent yet.

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
