# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatInvoiceParty`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class SatInvoiceParty(Model, kw_only=True):
    """Issuer or receiver of a mirrored invoice."""

    rfc: str | None = None
    """RFC."""
    name: str | None = None
    """Legal name."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "rfc": STRING,
            "name": STRING,
        }
