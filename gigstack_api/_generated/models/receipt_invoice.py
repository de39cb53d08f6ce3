# Written by `make generate` from openapi.yaml; never edited.
"""The model `ReceiptInvoice`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class ReceiptInvoice(Model, kw_only=True):
    """The invoice that a receipt became."""

    uuid: str | None = None
    """UUID of the CFDI."""
    id: str | None = None
    """Id of the invoice. Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "uuid": STRING,
            "id": STRING,
        }
