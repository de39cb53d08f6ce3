# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamDefaultSeries`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model

if TYPE_CHECKING:
    from ..types import TeamSeriesChoiceDict


class TeamDefaultSeries(Model, kw_only=True):
    """Series that documents get by default."""

    income: TeamSeriesChoice | None = None
    """For invoices of income."""
    complements: TeamSeriesChoice | None = None
    """For payment complements."""
    credit_note: TeamSeriesChoice | None = None
    """For credit notes."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            income: TeamSeriesChoice | TeamSeriesChoiceDict | None = None,
            complements: TeamSeriesChoice | TeamSeriesChoiceDict | None = None,
            credit_note: TeamSeriesChoice | TeamSeriesChoiceDict | None = None,
            additional_properties: dict[str, Any] = ...,
        ) -> None: ...

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "income": model(TeamSeriesChoice),
            "complements": model(TeamSeriesChoice),
            "credit_note": model(TeamSeriesChoice),
        }


# Below the class, since two models may refer to each other.
from .team_series_choice import TeamSeriesChoice
