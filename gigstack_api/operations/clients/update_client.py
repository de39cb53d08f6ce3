# Written by `make generate` from openapi.yaml; never edited.
"""PUT /clients/{id}: Change some fields of a client.

Docs: https://docs.gigstack.io/update-client-20352663e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import INTEGER, OBJECT, STRING, array, one_of
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.client import Client
from ..._generated.models.client_address import ClientAddress
from ..._generated.models.client_defaults import ClientDefaults

if TYPE_CHECKING:
    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.tax_regime import TaxRegime

    from ..._generated.types import ClientAddressDict, ClientDefaultsDict


ROUTE: Route[Client] = Route(
    name="clients.update",
    method="PUT",
    path="/clients/{id}",
    decode=Value(model(Client), "data"),
    ids={
        "id": {
            "Client": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "name": STRING,
        "company": STRING,
        "email": STRING,
        "phone": STRING,
        "legal_name": STRING,
        "tax_id": STRING,
        "tax_system": STRING,
        "use": STRING,
        "address": model(ClientAddress),
        "bcc": array(STRING),
        "metadata": OBJECT,
        "defaults": model(ClientDefaults),
        "document_type": STRING,
        "organization_type": one_of(INTEGER, STRING),
        "tribute_code": STRING,
        "fiscal_responsibilities": array(STRING),
        "dv": STRING,
        "municipality_code": STRING,
    },
)


@resolvable
def build(
    id: str | Client,
    /,
    *,
    team: str | None = None,
    name: str | None | Omit = OMIT,
    company: str | None | Omit = OMIT,
    email: str | None | Omit = OMIT,
    phone: str | None | Omit = OMIT,
    legal_name: str | None | Omit = OMIT,
    tax_id: str | None | Omit = OMIT,
    tax_system: TaxRegime | str | None | Omit = OMIT,
    use: CfdiUse | str | None | Omit = OMIT,
    address: ClientAddress | ClientAddressDict | None | Omit = OMIT,
    bcc: Sequence[str] | None | Omit = OMIT,
    metadata: Mapping[str, Any] | None | Omit = OMIT,
    defaults: ClientDefaults | ClientDefaultsDict | None | Omit = OMIT,
    document_type: str | None | Omit = OMIT,
    organization_type: int | str | None | Omit = OMIT,
    tribute_code: str | None | Omit = OMIT,
    fiscal_responsibilities: Sequence[str] | None | Omit = OMIT,
    dv: str | None | Omit = OMIT,
    municipality_code: str | None | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Client]:
    """The operation of `gig.clients.update`, not sent yet.

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
            "name": name,
            "company": company,
            "email": email,
            "phone": phone,
            "legal_name": legal_name,
            "tax_id": tax_id,
            "tax_system": tax_system,
            "use": use,
            "address": address,
            "bcc": bcc,
            "metadata": metadata,
            "defaults": defaults,
            "document_type": document_type,
            "organization_type": organization_type,
            "tribute_code": tribute_code,
            "fiscal_responsibilities": fiscal_responsibilities,
            "dv": dv,
            "municipality_code": municipality_code,
        },
        extra=extra,
    )
