# Written by `make generate` from openapi.yaml; never edited.
"""The model `Series`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import ABSENT


class Series(Model, kw_only=True):
    """An invoice series of a team."""

    series: str = ABSENT
    """Letters of the series, for example `A`."""
    live: int | None = None
    """Folio counter of live mode."""
    test: int | None = None
    """Folio counter of test mode."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "series": STRING.always(),
            "live": INTEGER,
            "test": INTEGER,
        }
