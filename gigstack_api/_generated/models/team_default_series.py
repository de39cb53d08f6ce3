# Written by `make generate` from openapi.yaml; never edited.
"""TeamDefaultSeries: Series that documents get by default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import Kind, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .team_series_choice import TeamSeriesChoice


@define(kw_only=True, repr=False)
class TeamDefaultSeries(Model):
    """Series that documents get by default."""

    income: TeamSeriesChoice | None = None
    """For invoices of income."""
    complements: TeamSeriesChoice | None = None
    """For payment complements."""
    credit_note: TeamSeriesChoice | None = None
    """For credit notes."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .team_series_choice import TeamSeriesChoice

        return {
            "income": model(TeamSeriesChoice),
            "complements": model(TeamSeriesChoice),
            "credit_note": model(TeamSeriesChoice),
        }
