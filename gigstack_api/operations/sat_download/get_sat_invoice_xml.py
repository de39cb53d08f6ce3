# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/download/invoice/{uuid}: Get the XML of one invoice from the SAT.

Docs: https://docs.gigstack.io/get-single-invoice-from-sat-32396708e0
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
    from ..._generated.models.sat_invoice import SatInvoice


ROUTE: Route[Download] = Route(
    name="sat_download.get_invoice_xml",
    method="GET",
    path="/invoices/download/invoice/{uuid}",
    decode=File(
        "{uuid}.xml",
        "application/xml",
        (
            "data.xml",
            "data.content",
            "data.url",
            "xml",
            "content",
        ),
    ),
    ids={
        "uuid": {
            "SatInvoice": "uuid",
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
    uuid: str | SatInvoice,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Download]:
    """The operation of `gig.sat_download.get_invoice_xml`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        uuid,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
