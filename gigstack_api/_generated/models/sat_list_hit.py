# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatListHit`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, OBJECT, STRING
from gigstack_api._core.schema.models import Model


class SatListHit(Model, kw_only=True):
    """An entry of a SAT list."""

    list: str | None = None
    """Which list."""
    label: str | None = None
    """Its name in words."""
    source: str | None = None
    """Where the list comes from."""
    is_risky: bool | None = None
    """Whether the entry is a risk."""
    detail: dict[str, Any] | None = None
    """The entry itself."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "list": STRING,
            "label": STRING,
            "source": STRING,
            "is_risky": BOOLEAN,
            "detail": OBJECT,
        }
