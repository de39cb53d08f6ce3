# Written by `make generate` from openapi.yaml; never edited.
"""InvoiceIssuer: Who issued a CFDI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class InvoiceIssuer(Model):
    """Who issued a CFDI."""

    legal_name: str | None = None
    """Legal name as the SAT has it."""
    tax_id: str | None = None
    """RFC."""
    tax_system: str | None = None
    """SAT tax regime code."""
    zip: str | None = None
    """Postal code, five digits."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "legal_name": STRING,
            "tax_id": STRING,
            "tax_system": STRING,
            "zip": STRING,
        }
