# Written by `make generate` from openapi.yaml; never edited.
"""POST /services: Create a service.

Docs: https://docs.gigstack.io/create-service-20352669e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import NUMBER, STRING, array
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.service import Service
from ..._generated.models.tax import Tax

if TYPE_CHECKING:
    from gigstack_api.catalogs.tax_object import TaxObject

    from ..._generated.types import TaxDict


ROUTE: Route[Service] = Route(
    name="services.create",
    method="POST",
    path="/services",
    decode=Value(model(Service), "data"),
    replay=Replay.ONCE,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "description": STRING,
        "unit_price": NUMBER,
        "sku": STRING,
        "product_key": STRING,
        "unit_key": STRING,
        "unit_name": STRING,
        "taxes": array(model(Tax)),
        "taxability": STRING,
        "quantity": NUMBER,
    },
)


@resolvable
def build(
    *,
    team: str | None = None,
    description: str,
    unit_price: float | Decimal,
    sku: str | Omit = OMIT,
    product_key: str | Omit = OMIT,
    unit_key: str | Omit = OMIT,
    unit_name: str | Omit = OMIT,
    taxes: Sequence[Tax | TaxDict] | Omit = OMIT,
    taxability: TaxObject | str | Omit = OMIT,
    quantity: float | Decimal | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Service]:
    """The operation of `gig.services.create`, not sent yet.

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
            "description": description,
            "unit_price": unit_price,
            "sku": sku,
            "product_key": product_key,
            "unit_key": unit_key,
            "unit_name": unit_name,
            "taxes": taxes,
            "taxability": taxability,
            "quantity": quantity,
        },
        extra=extra,
    )
