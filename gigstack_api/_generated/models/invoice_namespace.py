# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceNamespace`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class InvoiceNamespace(Model, kw_only=True):
    """XML namespace added to a CFDI."""

    prefix: str | None = None
    """Prefix of the names."""
    uri: str | None = None
    """URI of the namespace."""
    schema_location: str | None = None
    """Where its schema stands."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "prefix": STRING,
            "uri": STRING,
            "schema_location": STRING,
        }
