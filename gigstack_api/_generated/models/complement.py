# Written by `make generate` from openapi.yaml; never edited.
"""The model `Complement`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class Complement(Model, kw_only=True):
    """Complement of a CFDI."""

    type: str | None = None
    """Kind: `custom`."""
    data: str | None = None
    """The complement as XML text."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "type": STRING,
            "data": STRING,
        }
