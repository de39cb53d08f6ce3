# Written by `make generate` from openapi.yaml; never edited.
"""AllowedProductCodeInput: A product code that may be chosen, as it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class AllowedProductCodeInput(Model):
    """A product code that may be chosen, as it is sent."""

    key: str | None = None
    """SAT product code (ClaveProdServ)."""
    description: str | None = None
    """Its name."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "key": STRING,
            "description": STRING,
        }
