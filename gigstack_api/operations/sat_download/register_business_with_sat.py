# Written by `make generate` from openapi.yaml; never edited.
"""POST /invoices/download/register: Register the business with the SAT by hand.

Docs: https://docs.gigstack.io/register-business-with-sat-manual-32396701e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import INTEGER, STRING
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.sat_download_registration import SatDownloadRegistration

ROUTE: Route[SatDownloadRegistration] = Route(
    name="sat_download.register_business",
    method="POST",
    path="/invoices/download/register",
    decode=Value(model(SatDownloadRegistration), "data"),
    replay=Replay.ONCE,
    deadline_s=90,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "phone": STRING,
        "sync_start_date": STRING,
        "legal_name": STRING,
        "max_monthly_invoices": INTEGER,
    },
)


def build(
    *,
    team: str | None = None,
    phone: str,
    sync_start_date: str,
    legal_name: str | Omit = OMIT,
    max_monthly_invoices: int | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[SatDownloadRegistration]:
    """The operation of `gig.sat_download.register_business`, not sent yet.

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
            "phone": phone,
            "sync_start_date": sync_start_date,
            "legal_name": legal_name,
            "max_monthly_invoices": max_monthly_invoices,
        },
        extra=extra,
    )
