# Written by `make generate` from openapi.yaml; never edited.
"""ClientFiscalValidation: Outcome of a check of fiscal data with the SAT."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class ClientFiscalValidation(Model):
    """Outcome of a check of fiscal data with the SAT."""

    status: str | None = None
    """Outcome."""
    message: str | None = None
    """Outcome in words."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "status": STRING,
            "message": STRING,
        }
