# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadActivationResult: How mass download was switched on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .sat_download_activation_type import SatDownloadActivationType


@define(kw_only=True, repr=False)
class SatDownloadActivationResult(Model):
    """How mass download was switched on."""

    type: SatDownloadActivationType | str | None = None
    """Part of the plan, or added to it."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .sat_download_activation_type import SatDownloadActivationType

        return {
            "type": enum(SatDownloadActivationType),
        }
