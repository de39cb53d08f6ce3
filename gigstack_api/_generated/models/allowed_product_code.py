# Written by `make generate` from openapi.yaml; never edited.
"""The model `AllowedProductCode`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class AllowedProductCode(Model, kw_only=True):
    """A product code that may be chosen."""

    key: str | None = None
    """SAT product code (ClaveProdServ)."""
    description: str | None = None
    """Its name."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "key": STRING,
            "description": STRING,
        }
