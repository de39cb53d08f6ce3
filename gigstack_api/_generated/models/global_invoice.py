# Written by `make generate` from openapi.yaml; never edited.
"""GlobalInvoice: Period of a global invoice, the one for sales to the general public (RFC
XAXX010101000). gigstack makes it by itself at the end of the month from the receipts
that no client invoiced."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.kinds import (
    INTEGER,
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class GlobalInvoice(Model):
    """Period of a global invoice, the one for sales to the general public (RFC
    XAXX010101000). gigstack makes it by itself at the end of the month from the receipts
    that no client invoiced."""

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
        periodicity: str | None = None,
        months: str | None = None,
        year: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.periodicity = periodicity
        self.months = months
        self.year = year
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.periodicity = take("periodicity", None)
        made.months = take("months", None)
        made.year = take("year", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.periodicity) is not None:
            made["periodicity"] = value if type(value) is str else plain_text(value)
        if (value := self.months) is not None:
            made["months"] = value if type(value) is str else plain_text(value)
        if (value := self.year) is not None:
            made["year"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "periodicity": STRING,
            "months": STRING,
            "year": INTEGER,
        }
