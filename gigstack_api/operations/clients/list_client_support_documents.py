# Written by `make generate` from openapi.yaml; never edited.
"""GET /clients/{id}/support-documents: List the support documents of a client.

Docs: https://docs.gigstack.io/list-support-documents-28014932e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.page import Page, PageOf, Paging
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.objects import model

from ..._generated.models.support_document import SupportDocument

if TYPE_CHECKING:
    from ..._generated.models.client import Client


ROUTE: Route[Page[SupportDocument]] = Route(
    name="clients.list_support_documents",
    method="GET",
    path="/clients/{id}/support-documents",
    decode=PageOf(model(SupportDocument), "data"),
    ids={
        "id": {
            "Client": "id",
        },
    },
    replay=Replay.SAFE,
    deadline_s=30,
    paging=Paging.SINGLE,
    query={
        "team": STRING,
    },
)


@resolvable
def build(
    id: str | Client,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Page[SupportDocument]]:
    """The operation of `gig.clients.list_support_documents`, not sent yet.

    Takes the arguments of that method except `resume`.
    `await gig.request(...)` sends it and gives the whole response.
    For a list that is one page; `gig.paginate(...)` gives all of them.

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
