# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookEventData`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import OBJECT, STRING
from gigstack_api._core.schema.models import Model


class WebhookEventData(Model, kw_only=True):
    """Subject of an event: `object` in the current form, the other fields in the older one."""

    object: dict[str, Any] | None = None
    """The full resource: a payment, invoice, receipt, client (`customer.*`) or service by the
    first part of the event's name. Not confirmed by the API's documentation.
    """
    invoice_id: str | None = None
    """Id of the invoice. Older form."""
    uuid: str | None = None
    """UUID of the CFDI. Older form."""
    status: str | None = None
    """State of the invoice. Older form."""
    pdf_url: str | None = None
    """Address of the PDF. Older form."""
    xml_url: str | None = None
    """Address of the XML. Older form."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "object": OBJECT,
            "invoice_id": STRING,
            "uuid": STRING,
            "status": STRING,
            "pdf_url": STRING.as_secret(),
            "xml_url": STRING.as_secret(),
        }
