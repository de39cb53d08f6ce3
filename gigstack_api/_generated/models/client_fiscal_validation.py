# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientFiscalValidation`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class ClientFiscalValidation(Model, kw_only=True):
    """Outcome of a check of fiscal data with the SAT."""

    status: str | None = None
    """Outcome."""
    message: str | None = None
    """Outcome in words."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "status": STRING,
            "message": STRING,
        }
