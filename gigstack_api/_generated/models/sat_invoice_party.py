# Written by `make generate` from openapi.yaml; never edited.
"""SatInvoiceParty: Issuer or receiver of a mirrored invoice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SatInvoiceParty(Model):
    """Issuer or receiver of a mirrored invoice."""

    rfc: str | None = None
    """RFC."""
    name: str | None = None
    """Legal name."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "rfc": STRING,
            "name": STRING,
        }
