# Written by `make generate` from openapi.yaml; never edited.
"""ItemComplement: Complement of a line item of a receipt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import Kind, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .hydrocarbons_complement import HydrocarbonsComplement


@define(kw_only=True, repr=False)
class ItemComplement(Model):
    """Complement of a line item of a receipt."""

    hydrocarbons: HydrocarbonsComplement | None = None
    """Data of a sale of fuel."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .hydrocarbons_complement import HydrocarbonsComplement

        return {
            "hydrocarbons": model(HydrocarbonsComplement),
        }
