# Written by `make generate` from openapi.yaml; never edited.
"""POST /clients: Create a client, or find or update one by search.

Docs: https://docs.gigstack.io/create-client-20352661e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict

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
from ..._generated.models.client_search import ClientSearch

if TYPE_CHECKING:
    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.tax_regime import TaxRegime

    from ..._generated.types import ClientAddressDict, ClientDefaultsDict, ClientSearchDict


ROUTE: Route[Client] = Route(
    name="clients.create",
    method="POST",
    path="/clients",
    decode=Value(model(Client), "data"),
    replay=Replay.NATURAL,
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
        "search": model(ClientSearch),
        "document_type": STRING,
        "organization_type": one_of(INTEGER, STRING),
        "tribute_code": STRING,
        "fiscal_responsibilities": array(STRING),
        "dv": STRING,
        "municipality_code": STRING,
    },
)


class Fields(TypedDict, total=False):
    """The body fields of an upsert: all but `search`."""

    name: str
    company: str
    email: str
    phone: str
    legal_name: str
    tax_id: str
    tax_system: TaxRegime | str
    use: CfdiUse | str
    address: ClientAddress | ClientAddressDict
    bcc: Sequence[str]
    metadata: Mapping[str, Any]
    defaults: ClientDefaults | ClientDefaultsDict
    document_type: str
    organization_type: int | str
    tribute_code: str
    fiscal_responsibilities: Sequence[str]
    dv: str
    municipality_code: str
    extra: Mapping[str, Any] | None
    extra_query: Mapping[str, Any] | None


@resolvable
def build(
    *,
    team: str | None = None,
    name: str | Omit = OMIT,
    company: str | Omit = OMIT,
    email: str | Omit = OMIT,
    phone: str | Omit = OMIT,
    legal_name: str | Omit = OMIT,
    tax_id: str | Omit = OMIT,
    tax_system: TaxRegime | str | Omit = OMIT,
    use: CfdiUse | str | Omit = OMIT,
    address: ClientAddress | ClientAddressDict | Omit = OMIT,
    bcc: Sequence[str] | Omit = OMIT,
    metadata: Mapping[str, Any] | Omit = OMIT,
    defaults: ClientDefaults | ClientDefaultsDict | Omit = OMIT,
    search: ClientSearch | ClientSearchDict | Omit = OMIT,
    document_type: str | Omit = OMIT,
    organization_type: int | str | Omit = OMIT,
    tribute_code: str | Omit = OMIT,
    fiscal_responsibilities: Sequence[str] | Omit = OMIT,
    dv: str | Omit = OMIT,
    municipality_code: str | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Client]:
    """The operation of `gig.clients.create`, not sent yet.

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
            "search": search,
            "document_type": document_type,
            "organization_type": organization_type,
            "tribute_code": tribute_code,
            "fiscal_responsibilities": fiscal_responsibilities,
            "dv": dv,
            "municipality_code": municipality_code,
        },
        extra=extra,
        replay=Replay.NATURAL if search else Replay.ONCE,
    )
