# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientEfos`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN
from gigstack_api._core.schema.models import Model


class ClientEfos(Model, kw_only=True):
    """Check against the EFOS blacklist of the SAT."""

    is_valid: bool | None = None
    """False for a listed RFC."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "is_valid": BOOLEAN,
        }
