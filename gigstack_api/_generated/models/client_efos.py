# Written by `make generate` from openapi.yaml; never edited.
"""ClientEfos: Check against the EFOS blacklist of the SAT."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class ClientEfos(Model):
    """Check against the EFOS blacklist of the SAT."""

    is_valid: bool | None = None
    """False for a listed RFC."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "is_valid": BOOLEAN,
        }
