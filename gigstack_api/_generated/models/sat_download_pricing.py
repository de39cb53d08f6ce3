# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadPricing: Prices of mass download, as texts for display and not as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SatDownloadPricing(Model):
    """Prices of mass download, as texts for display and not as numbers."""

    perDownload: str | None = None
    """Price of one XML, for example `$0.20 MXN`."""
    addonMonthly: str | None = None
    """Price of the add-on a month; null, since that fee was withdrawn."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "perDownload": STRING,
            "addonMonthly": STRING,
        }
