# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceAutomation`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model


class InvoiceAutomation(Model, kw_only=True):
    """An automation that took part in an invoice."""

    type: InvoiceAutomationType | str | None = None
    """Kind of automation. Not confirmed by the API's documentation."""
    from_: str | None = None
    """Trigger of the automation."""
    ref: str | None = None
    """Id of the thing it refers to."""
    action: str | None = None
    """Action it took."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "type": enum(InvoiceAutomationType),
            "from": STRING,
            "ref": STRING,
            "action": STRING,
        }


# Below the class, since two models may refer to each other.
from .invoice_automation_type import InvoiceAutomationType
