# Written by `make generate` from openapi.yaml; never edited.
"""FiscalInformation: Fiscal data for one invoice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class FiscalInformation(Model):
    """Fiscal data for one invoice."""

    legal_name: str | None = None
    """Legal name as the SAT has it (razón social)."""
    tax_id: str | None = None
    """RFC, 12 or 13 characters."""
    tax_system: str | None = None
    """SAT tax regime code."""
    zip: str | None = None
    """Postal code of the fiscal address, five digits."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "legal_name": STRING,
            "tax_id": STRING,
            "tax_system": STRING,
            "zip": STRING,
        }
