# Written by `make generate` from openapi.yaml; never edited.
"""TeamPeriodicity: How often a global invoice is made, as answers say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .settings_periodicity import SettingsPeriodicity


@define(kw_only=True, repr=False)
class TeamPeriodicity(Model):
    """How often a global invoice is made, as answers say it."""

    label: str | None = None
    """Name in Spanish, for example `Mes`."""
    value: SettingsPeriodicity | str | None = None
    """The word itself."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .settings_periodicity import SettingsPeriodicity

        return {
            "label": STRING,
            "value": enum(SettingsPeriodicity),
        }
