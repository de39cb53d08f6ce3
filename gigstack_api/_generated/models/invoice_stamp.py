# Written by `make generate` from openapi.yaml; never edited.
"""InvoiceStamp: Stamp of the SAT on a CFDI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import NUMBER, STRING, Kind, number
from ..._core.model import Model


@define(kw_only=True, repr=False)
class InvoiceStamp(Model):
    """Stamp of the SAT on a CFDI."""

    sello: str | None = None
    """Digital seal."""
    stamp_at: float | None = None
    """When it was stamped, a Unix time. Unverified: unit not stated, taken to be milliseconds."""
    provider: str | None = None
    """Who stamped it, for example `Prodigia`."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "sello": STRING,
            "stamp_at": number(NUMBER, unit="ms"),
            "provider": STRING,
        }
