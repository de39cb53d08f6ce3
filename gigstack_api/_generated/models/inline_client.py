# Written by `make generate` from openapi.yaml; never edited.
"""The model `InlineClient`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import OBJECT, STRING, array
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.tax_regime import TaxRegime

    from ..types import ClientAddressDict, ClientSearchDict


class InlineClient(Model, kw_only=True):
    """The client of an invoice, payment, receipt or retention: an existing one by `id`, one
    found or created by `search`, or one created on the fly from the fields.
    """

    id: str | None = None
    """Id of an existing client (`client_…` or `cus_…`)."""
    search: ClientSearch | ClientSearchDict | None = None
    """Looks for an existing client and creates one if no client matches."""
    name: str | None = None
    """Name of the person or the contact."""
    company: str | None = None
    """Trade name of the company."""
    legal_name: str | None = None
    """Legal name as the SAT has it (razón social)."""
    tax_id: str | None = None
    """RFC, 12 or 13 characters."""
    tax_system: TaxRegime | str | None = None
    """SAT tax regime code."""
    use: CfdiUse | str | None = None
    """Default use of its invoices."""
    email: str | None = None
    """Where the documents are delivered."""
    phone: str | None = None
    """Phone number."""
    bcc: Sequence[str] | None = None
    """E-mail addresses that get a blind copy."""
    metadata: Mapping[str, Any] | None = None
    """Keys and values of your own; values may be nested."""
    address: ClientAddress | ClientAddressDict | None = None
    """Postal address."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING,
            "search": model(ClientSearch),
            "name": STRING,
            "company": STRING,
            "legal_name": STRING,
            "tax_id": STRING,
            "tax_system": STRING,
            "use": STRING,
            "email": STRING,
            "phone": STRING,
            "bcc": array(STRING),
            "metadata": OBJECT,
            "address": model(ClientAddress),
        }


# Below the class, since two models may refer to each other.
from .client_address import ClientAddress
from .client_search import ClientSearch
