# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionPeriod`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER
from gigstack_api._core.schema.models import Model


class RetentionPeriod(Model, kw_only=True):
    """Months a retention covers: one month has the same start and end, a quarter is 1 to 3, a
    whole year 1 to 12.
    """

    start: int | None = None
    """First month, 1 to 12."""
    end: int | None = None
    """Last month, 1 to 12."""
    year: int | None = None
    """Year, four digits."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "start": INTEGER,
            "end": INTEGER,
            "year": INTEGER,
        }
