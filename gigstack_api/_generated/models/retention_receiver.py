# Written by `make generate` from openapi.yaml; never edited.
"""RetentionReceiver: Receiver of a retention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class RetentionReceiver(Model):
    """Receiver of a retention."""

    legal_name: str | None = None
    """Legal name."""
    tax_id: str | None = None
    """RFC."""
    nationality: str | None = None
    """`Nacional` for a Mexican receiver; the value for a foreign one was not seen."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "legal_name": STRING,
            "tax_id": STRING,
            "nationality": STRING,
        }
