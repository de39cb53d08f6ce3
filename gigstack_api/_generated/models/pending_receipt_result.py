# Written by `make generate` from openapi.yaml; never edited.
"""PendingReceiptResult: What became of one pending receipt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class PendingReceiptResult(Model):
    """What became of one pending receipt."""

    id: str | None = None
    """Id of the receipt."""
    status: str | None = None
    """Outcome, for example `failed`."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "id": STRING,
            "status": STRING,
        }
