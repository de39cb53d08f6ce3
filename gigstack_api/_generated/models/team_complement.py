# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamComplement`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class TeamComplement(Model, kw_only=True):
    """A complement of the invoices of a team."""

    data: str | None = None
    """Content."""
    description: str | None = None
    """Purpose."""
    type: str | None = None
    """Which complement."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "data": STRING,
            "description": STRING,
            "type": STRING,
        }
