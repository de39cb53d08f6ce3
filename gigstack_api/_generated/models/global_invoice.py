# Written by `make generate` from openapi.yaml; never edited.
"""The model `GlobalInvoice`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from gigstack_api.catalogs.month import Month
    from gigstack_api.catalogs.periodicity import Periodicity


class GlobalInvoice(Model):
    """Period of a global invoice, the one for sales to the general public (RFC XAXX010101000).

    gigstack makes it by itself at the end of the month from the receipts that no client
    invoiced.
    """

    periodicity: str | None
    """SAT periodicity, 01 to 05."""
    months: str | None
    """SAT month (01 to 12) or bimester (13 to 18)."""
    year: int | None
    """Year, four digits."""

    __slots__ = (
        "periodicity",
        "months",
        "year",
    )

    def __init__(
        self,
        *,
        periodicity: Periodicity | str | None = None,
        months: Month | str | None = None,
        year: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.periodicity = periodicity
        self.months = months
        self.year = year
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.periodicity = take("periodicity", None)
        instance.months = take("months", None)
        instance.year = take("year", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.periodicity) is not None:
            fields["periodicity"] = value if type(value) is str else enum_text(value)
        if (value := self.months) is not None:
            fields["months"] = value if type(value) is str else enum_text(value)
        if (value := self.year) is not None:
            fields["year"] = value if (type(value) is int) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "periodicity": STRING,
            "months": STRING,
            "year": INTEGER,
        }
