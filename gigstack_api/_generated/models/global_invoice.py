# Written by `make generate` from openapi.yaml; never edited.
"""The model `GlobalInvoice`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from gigstack_api.catalogs.month import Month
    from gigstack_api.catalogs.periodicity import Periodicity


class GlobalInvoice(Model, kw_only=True):
    """Period of a global invoice, the one for sales to the general public (RFC XAXX010101000).

    gigstack makes it by itself at the end of the month from the receipts that no client
    invoiced.
    """

    periodicity: str | None = None
    """SAT periodicity, 01 to 05."""
    months: str | None = None
    """SAT month (01 to 12) or bimester (13 to 18)."""
    year: int | None = None
    """Year, four digits."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            periodicity: Periodicity | str | None = None,
            months: Month | str | None = None,
            year: int | None = None,
            additional_properties: dict[str, Any] = ...,
        ) -> None: ...

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "periodicity": STRING,
            "months": STRING,
            "year": INTEGER,
        }
