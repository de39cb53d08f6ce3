# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamDefaultSeries`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import is_object

if TYPE_CHECKING:
    from ..types import TeamSeriesChoiceDict
    from .team_series_choice import TeamSeriesChoice


class TeamDefaultSeries(Model):
    """Series that documents get by default."""

    income: TeamSeriesChoice | None
    """For invoices of income."""
    complements: TeamSeriesChoice | None
    """For payment complements."""
    credit_note: TeamSeriesChoice | None
    """For credit notes."""

    __slots__ = (
        "income",
        "complements",
        "credit_note",
    )

    def __init__(
        self,
        *,
        income: TeamSeriesChoice | TeamSeriesChoiceDict | None = None,
        complements: TeamSeriesChoice | TeamSeriesChoiceDict | None = None,
        credit_note: TeamSeriesChoice | TeamSeriesChoiceDict | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.income = income  # type: ignore[assignment]  # written as an argument, read as an answer
        self.complements = complements  # type: ignore[assignment]  # written as an argument, read as an answer
        self.credit_note = credit_note  # type: ignore[assignment]  # written as an argument, read as an answer
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (TeamSeriesChoice,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.income = (
            TeamSeriesChoice.from_dict(value) if is_object(value := take("income", None)) else value
        )
        instance.complements = (
            TeamSeriesChoice.from_dict(value)
            if is_object(value := take("complements", None))
            else value
        )
        instance.credit_note = (
            TeamSeriesChoice.from_dict(value)
            if is_object(value := take("credit_note", None))
            else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.income) is not None:
            fields["income"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.complements) is not None:
            fields["complements"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.credit_note) is not None:
            fields["credit_note"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .team_series_choice import TeamSeriesChoice

        return {
            "income": model(TeamSeriesChoice),
            "complements": model(TeamSeriesChoice),
            "credit_note": model(TeamSeriesChoice),
        }


@cache
def _nested() -> tuple[type[TeamSeriesChoice],]:
    """The classes of nested values, imported when the first object is read."""
    from .team_series_choice import TeamSeriesChoice

    return (TeamSeriesChoice,)
