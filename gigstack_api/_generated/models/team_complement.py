# Written by `make generate` from openapi.yaml; never edited.
"""TeamComplement: A complement of the invoices of a team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class TeamComplement(Model):
    """A complement of the invoices of a team."""

    data: str | None = None
    """Content."""
    description: str | None = None
    """What it is for."""
    type: str | None = None
    """Which complement."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "data": STRING,
            "description": STRING,
            "type": STRING,
        }
