# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookEventData`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import OBJECT, STRING
from gigstack_api._core.schema.models import Model


class WebhookEventData(Model):
    """Subject of an event.

    The current form has `object` only; the other fields are those of the migration guide.
    """

    object: dict[str, Any] | None
    """The full resource: a payment, invoice, receipt, client (`customer.*`) or service by the
    first part of the event's name. Unverified: what the other events carry was not seen.
    """
    invoice_id: str | None
    """Id of the invoice. Older form."""
    uuid: str | None
    """UUID of the CFDI. Older form."""
    status: str | None
    """State of the invoice, `stamped` in the sample. Older form."""
    pdf_url: str | None
    """Address of the PDF. Older form."""
    xml_url: str | None
    """Address of the XML. Older form."""

    __slots__ = (
        "object",
        "invoice_id",
        "uuid",
        "status",
        "pdf_url",
        "xml_url",
    )

    def __init__(
        self,
        *,
        object: dict[str, Any] | None = None,
        invoice_id: str | None = None,
        uuid: str | None = None,
        status: str | None = None,
        pdf_url: str | None = None,
        xml_url: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.object = object
        self.invoice_id = invoice_id
        self.uuid = uuid
        self.status = status
        self.pdf_url = pdf_url
        self.xml_url = xml_url
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.object = take("object", None)
        instance.invoice_id = take("invoice_id", None)
        instance.uuid = take("uuid", None)
        instance.status = take("status", None)
        instance.pdf_url = take("pdf_url", None)
        instance.xml_url = take("xml_url", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if self.object is not None:
            needs_conversion()
        if (value := self.invoice_id) is not None:
            fields["invoice_id"] = value if type(value) is str else enum_text(value)
        if (value := self.uuid) is not None:
            fields["uuid"] = value if type(value) is str else enum_text(value)
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.pdf_url) is not None:
            fields["pdf_url"] = value if type(value) is str else enum_text(value)
        if (value := self.xml_url) is not None:
            fields["xml_url"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

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
