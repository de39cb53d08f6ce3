# Written by `make generate` from openapi.yaml; never edited.
"""PaymentClientPatch: Fields of the client of a payment to change, in the payment and in the stored client alike. The id cannot
change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import OBJECT, STRING, Kind, array, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .client_address import ClientAddress


@define(kw_only=True, repr=False)
class PaymentClientPatch(Model):
    """Fields of the client of a payment to change, in the payment and in the stored client alike. The id cannot
    change."""

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
    legal_name: str | None = None
    """Legal name as the SAT has it (razón social)."""
    tax_id: str | None = None
    """RFC, 12 or 13 characters."""
    use: str | None = None
    """Default use of its invoices."""
    tax_system: str | None = None
    """SAT tax regime code."""
    address: ClientAddress | None = None
    """Postal address."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .client_address import ClientAddress

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
