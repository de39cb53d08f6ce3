# Written by `make generate` from openapi.yaml; never edited.
"""InlineClient: The client of an invoice, payment, receipt or retention: an existing one by `id`, one found or created by
`search`, or one created on the fly from the fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import OBJECT, STRING, Kind, array, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .client_address import ClientAddress
    from .client_search import ClientSearch


@define(kw_only=True, repr=False)
class InlineClient(Model):
    """The client of an invoice, payment, receipt or retention: an existing one by `id`, one found or created by
    `search`, or one created on the fly from the fields."""

    id: str | None = None
    """Id of an existing client (`client_…` or `cus_…`)."""
    search: ClientSearch | None = None
    """Looks for an existing client, and creates one when there is none."""
    name: str | None = None
    """Name of the person or the contact."""
    company: str | None = None
    """Trade name of the company."""
    legal_name: str | None = None
    """Legal name as the SAT has it (razón social)."""
    tax_id: str | None = None
    """RFC, 12 or 13 characters."""
    tax_system: str | None = None
    """SAT tax regime code."""
    use: str | None = None
    """Default use of its invoices."""
    email: str | None = None
    """Where the documents are delivered."""
    phone: str | None = None
    """Phone number."""
    bcc: list[str] | None = None
    """E-mail addresses that get a blind copy."""
    metadata: dict[str, Any] | None = None
    """Keys and values of your own; values may be nested."""
    address: ClientAddress | None = None
    """Postal address."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .client_address import ClientAddress
        from .client_search import ClientSearch

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
