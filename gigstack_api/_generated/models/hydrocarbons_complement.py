# Written by `make generate` from openapi.yaml; never edited.
"""HydrocarbonsComplement: Data of a sale of fuel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class HydrocarbonsComplement(Model):
    """Data of a sale of fuel."""

    permit_type: str | None = None
    """Kind of permit."""
    permit_number: str | None = None
    """Number of the permit."""
    fuel_code: str | None = None
    """Code of the fuel."""
    fuel_sub_product: str | None = None
    """Code of the variety of the fuel."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "permit_type": STRING,
            "permit_number": STRING,
            "fuel_code": STRING,
            "fuel_sub_product": STRING,
        }
