# Written by `make generate` from openapi.yaml; never edited.
"""The model `Client`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, NUMBER, OBJECT, STRING, array, one_of
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class Client(Model, kw_only=True):
    """A client (receptor) of a team. Lists and nested places can hold a short form."""

    id: str = ABSENT
    """Id (`client_…` or `cus_…`)."""
    address: ClientAddress | None = None
    """Postal address."""
    name: str | None = None
    """Name of the person or the contact."""
    company: str | None = None
    """Trade name of the company."""
    phone: str | None = None
    """Phone number."""
    email: str | None = None
    """Where invoices are delivered."""
    bcc: list[str] | None = None
    """E-mail addresses that get a blind copy."""
    metadata: dict[str, Any] | None = None
    """Keys and values of your own; values may be nested."""
    is_valid: bool | None = None
    """Whether the fiscal data agree with the SAT."""
    from_: str | None = None
    """Where it was made: `api`, `manual`."""
    legal_name: str | None = None
    """Legal name as the SAT has it (razón social)."""
    livemode: bool | None = None
    """Whether it was made with a live key."""
    owner: str | None = None
    """Id of the user who owns it."""
    tax_id: str | None = None
    """RFC, 12 or 13 characters. XAXX010101000 stands for the general public."""
    use: str | None = None
    """Default use of its invoices."""
    tax_system: str | None = None
    """SAT tax regime code."""
    team: str | None = None
    """Id of its team."""
    created_at: float | str | None = None
    """When it was created (Unix seconds)."""
    efos: ClientEfos | None = None
    """Check against the EFOS blacklist."""
    fiscal_validation: ClientFiscalValidation | None = None
    """Outcome of the last check with the SAT."""
    sat_status: ClientSatStatus | None = None
    """Standing in the lists of the SAT."""
    defaults: ClientDefaults | None = None
    """Defaults for this client."""
    document_type: str | None = None
    """Kind of identity document. Colombia."""
    organization_type: int | str | None = None
    """Kind of organization. Colombia."""
    tribute_code: str | None = None
    """Code of its taxes. Colombia."""
    fiscal_responsibilities: list[str] | None = None
    """Codes of its fiscal duties. Colombia."""
    dv: str | None = None
    """Check digit of its tax number. Colombia."""
    municipality_code: str | None = None
    """Code of its municipality. Colombia."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING.always(),
            "address": model(ClientAddress),
            "name": STRING,
            "company": STRING,
            "phone": STRING,
            "email": STRING,
            "bcc": array(STRING),
            "metadata": OBJECT,
            "is_valid": BOOLEAN,
            "from": STRING,
            "legal_name": STRING,
            "livemode": BOOLEAN,
            "owner": STRING,
            "tax_id": STRING,
            "use": STRING,
            "tax_system": STRING,
            "team": STRING,
            "created_at": one_of(NUMBER, STRING, unit="s"),
            "efos": model(ClientEfos),
            "fiscal_validation": model(ClientFiscalValidation),
            "sat_status": model(ClientSatStatus),
            "defaults": model(ClientDefaults),
            "document_type": STRING,
            "organization_type": one_of(INTEGER, STRING),
            "tribute_code": STRING,
            "fiscal_responsibilities": array(STRING),
            "dv": STRING,
            "municipality_code": STRING,
        }


# Below the class, since two models may refer to each other.
from .client_address import ClientAddress
from .client_defaults import ClientDefaults
from .client_efos import ClientEfos
from .client_fiscal_validation import ClientFiscalValidation
from .client_sat_status import ClientSatStatus
