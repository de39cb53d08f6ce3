# Written by `make generate` from openapi.yaml; never edited.
"""POST /receipts/{id}/stamp: Stamp a receipt as an income invoice.

Docs: https://docs.gigstack.io/stamp-receipt-20504790e0
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import INTEGER, STRING, enum, number
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.fiscal_information import FiscalInformation
from ..._generated.models.stamp_to import StampTo
from ..._generated.models.stamped_receipt import StampedReceipt

if TYPE_CHECKING:
    from ..._generated.models.receipt import Receipt
    from ..._generated.types import FiscalInformationDict


ROUTE: Route[StampedReceipt] = Route(
    name="receipts.stamp",
    method="POST",
    path="/receipts/{id}/stamp",
    decode=Value(model(StampedReceipt), "data"),
    ids={
        "id": {
            "Receipt": "id",
        },
    },
    replay=Replay.ONCE,
    deadline_s=90,
    stamps=True,
    query={
        "team": STRING,
    },
    body={
        "stamp_to": enum(StampTo),
        "fiscal_information": model(FiscalInformation),
        "date": number(INTEGER, unit="ms"),
    },
)


@resolvable
def build(
    id: str | Receipt,
    /,
    *,
    team: str | None = None,
    stamp_to: StampTo | str | Omit = OMIT,
    fiscal_information: FiscalInformation | FiscalInformationDict | Omit = OMIT,
    date: int | datetime | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[StampedReceipt]:
    """The operation of `gig.receipts.stamp`, not sent yet.

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
            "stamp_to": stamp_to,
            "fiscal_information": fiscal_information,
            "date": date,
        },
        extra=extra,
    )
