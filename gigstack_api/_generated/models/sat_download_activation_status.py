# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadActivationStatus: Whether mass download from the SAT is on, and its prices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, Kind, enum, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .sat_download_activation_state import SatDownloadActivationState
    from .sat_download_pricing import SatDownloadPricing


@define(kw_only=True, repr=False)
class SatDownloadActivationStatus(Model):
    """Whether mass download from the SAT is on, and its prices."""

    status: SatDownloadActivationState | str | None = None
    """What is missing, if anything."""
    planIncludesFeature: bool | None = None
    """Whether the plan contains mass download."""
    isActivated: bool | None = None
    """Whether it is switched on. A sample of the docs has false beside the status active, which looks like
    made-up data."""
    pricing: SatDownloadPricing | None = None
    """Its prices."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .sat_download_activation_state import SatDownloadActivationState
        from .sat_download_pricing import SatDownloadPricing

        return {
            "status": enum(SatDownloadActivationState),
            "planIncludesFeature": BOOLEAN,
            "isActivated": BOOLEAN,
            "pricing": model(SatDownloadPricing),
        }
