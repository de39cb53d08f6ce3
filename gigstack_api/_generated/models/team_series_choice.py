# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamSeriesChoice`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class TeamSeriesChoice(Model, kw_only=True):
    """A chosen series."""

    serie: str | None = None
    """Letters of the series, for example `A`. Singular here, unlike `series` of a series."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "serie": STRING,
        }
