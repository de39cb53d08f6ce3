# Written by `make generate` from openapi.yaml; never edited.
"""POST /retentions: Issue a retention document.

Docs: https://docs.gigstack.io/create-retention-29880640e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import INTEGER, NUMBER, STRING, array, number
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.inline_client import InlineClient
from ..._generated.models.retention import Retention
from ..._generated.models.retention_platform_services_input import RetentionPlatformServicesInput
from ..._generated.models.retention_tax_input import RetentionTaxInput

if TYPE_CHECKING:
    from gigstack_api._core.schema.undocumented import Extended

    from ..._generated.models.client import Client
    from ..._generated.models.retained_tax import RetainedTax
    from ..._generated.types import (
        InlineClientDict,
        RetentionPlatformServicesInputDict,
        RetentionTaxInputDict,
    )


ROUTE: Route[Retention] = Route(
    name="retentions.create",
    method="POST",
    path="/retentions",
    decode=Value(model(Retention), "data"),
    replay=Replay.ONCE,
    deadline_s=90,
    body_required=True,
    stamps=True,
    query={
        "team": STRING,
    },
    body={
        "retention_key": STRING,
        "client": model(InlineClient, "Client"),
        "period_start": number(INTEGER, low=1.0, high=12.0),
        "period_end": number(INTEGER, low=1.0, high=12.0),
        "period_year": INTEGER,
        "total_operation": NUMBER,
        "taxes": array(model(RetentionTaxInput, "RetainedTax")),
        "total_exempt": NUMBER,
        "platform_services": model(RetentionPlatformServicesInput),
    },
)


@resolvable
def build(
    *,
    team: str | None = None,
    retention_key: str,
    client: InlineClient | InlineClientDict | Client | Extended,
    period_start: int,
    period_end: int,
    period_year: int,
    total_operation: float | Decimal,
    taxes: Sequence[RetentionTaxInput | RetentionTaxInputDict | RetainedTax],
    total_exempt: float | Decimal | Omit = OMIT,
    platform_services: RetentionPlatformServicesInput
    | RetentionPlatformServicesInputDict
    | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Retention]:
    """The operation of `gig.retentions.create`, not sent yet.

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
            "retention_key": retention_key,
            "client": client,
            "period_start": period_start,
            "period_end": period_end,
            "period_year": period_year,
            "total_operation": total_operation,
            "taxes": taxes,
            "total_exempt": total_exempt,
            "platform_services": platform_services,
        },
        extra=extra,
    )
