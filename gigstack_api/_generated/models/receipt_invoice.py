# Written by `make generate` from openapi.yaml; never edited.
"""ReceiptInvoice: The invoice that a receipt became."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class ReceiptInvoice(Model):
    """The invoice that a receipt became."""

    uuid: str | None = None
    """UUID of the CFDI."""
    id: str | None = None
    """Id of the invoice. Unverified: inferred from the invoices."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "uuid": STRING,
            "id": STRING,
        }
