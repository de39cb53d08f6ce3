# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/{id}/send: Send the files of an invoice by e-mail again.

Docs: https://docs.gigstack.io/resend-invoice-email-33958086e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING, array
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.email_delivery import EmailDelivery

if TYPE_CHECKING:
    from ..._generated.models.invoice import Invoice


ROUTE: Route[EmailDelivery] = Route(
    name="invoices.resend_email",
    method="POST",
    path="/invoices/{id}/send",
    decode=Value(model(EmailDelivery), "data"),
    ids={
        "id": {
            "Invoice": "uuid",
        },
    },
    replay=Replay.ONCE,
    deadline_s=30,
    body_required=True,
    stamps=True,
    query={
        "team": STRING,
    },
    body={
        "emails": array(STRING),
    },
)


@resolvable
def build(
    id: str | Invoice,
    /,
    *,
    team: str | None = None,
    emails: Sequence[str] | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[EmailDelivery]:
    """The operation of `gig.invoices.resend_email`, not sent yet.

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
            "emails": emails,
        },
        extra=extra,
    )
