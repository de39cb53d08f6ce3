# Written by `make generate` from openapi.yaml; never edited.
"""The model `PaymentClientPatch`."""

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

    from ..types import ClientAddressDict


class PaymentClientPatch(Model, kw_only=True):
    """Fields of the client of a payment to change, in the payment and in the stored client
    alike. The id cannot change.
    """

    name: str | None = None
    """Name of the person or the contact."""
    company: str | None = None
    """Trade name of the company."""
    phone: str | None = None
    """Phone number."""
    email: str | None = None
    """Where invoices are delivered."""
    bcc: Sequence[str] | None = None
    """E-mail addresses that get a blind copy."""
    metadata: Mapping[str, Any] | None = None
    """Keys and values of your own; values may be nested."""
    legal_name: str | None = None
    """Legal name as the SAT has it (razón social)."""
    tax_id: str | None = None
    """RFC, 12 or 13 characters."""
    use: CfdiUse | str | None = None
    """Default use of its invoices."""
    tax_system: TaxRegime | str | None = None
    """SAT tax regime code."""
    address: ClientAddress | ClientAddressDict | None = None
    """Postal address."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "name": STRING,
            "company": STRING,
            "phone": STRING,
            "email": STRING,
            "bcc": array(STRING),
            "metadata": OBJECT,
            "legal_name": STRING,
            "tax_id": STRING,
            "use": STRING,
            "tax_system": STRING,
            "address": model(ClientAddress),
        }


# Below the class, since two models may refer to each other.
from .client_address import ClientAddress
