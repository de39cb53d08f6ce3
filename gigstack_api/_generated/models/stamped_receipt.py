# Written by `make generate` from openapi.yaml; never edited.
"""The model `StampedReceipt`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, NUMBER, STRING, number
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import is_object

if TYPE_CHECKING:
    from .client import Client
    from .invoice_files import InvoiceFiles
    from .receipt_invoice import ReceiptInvoice


class StampedReceipt(Model):
    """Result of stamping a receipt.

    Unverified: official clients read only `id`; it may be the invoice or the receipt, so
    these are the likely fields of both.
    """

    id: str | None
    """Id of the invoice or of the receipt."""
    uuid: str | None
    """UUID of the CFDI, in case it is the invoice."""
    status: str | None
    """State of the invoice or of the receipt (see InvoiceStatus, ReceiptStatus)."""
    client: Client | None
    """The client it is made out to."""
    currency: str | None
    """Currency, three letters (ISO 4217: `MXN`)."""
    total: float | None
    """Total with taxes, in currency units."""
    subtotal: float | None
    """Sum before taxes, in currency units."""
    taxes: float | None
    """Taxes, in currency units."""
    series: str | None
    """Series, in case it is the invoice."""
    folio_number: float | None
    """Number within the series, in case it is the invoice."""
    payment_form: str | None
    """SAT form of payment."""
    payment_method: str | None
    """SAT method of payment, in case it is the invoice."""
    invoice: ReceiptInvoice | None
    """The invoice, in case it is the receipt."""
    invoice_id: str | None
    """Id of the invoice, in case it is the receipt."""
    invoiceId: str | None
    """Id of the invoice, in another spelling."""
    invoiced_at: int | None
    """When it was invoiced (Unix seconds), in case it is the receipt."""
    files: InvoiceFiles | None
    """Its PDF and XML, in case it is the invoice."""
    livemode: bool | None
    """Whether it was made with a live key."""
    created: int | None
    """When it was created (Unix seconds), as receipts spell it."""
    created_at: float | None
    """When it was created (Unix seconds)."""
    url: str | None
    """Page of the self-invoicing portal, in case it is the receipt."""

    __slots__ = (
        "id",
        "uuid",
        "status",
        "client",
        "currency",
        "total",
        "subtotal",
        "taxes",
        "series",
        "folio_number",
        "payment_form",
        "payment_method",
        "invoice",
        "invoice_id",
        "invoiceId",
        "invoiced_at",
        "files",
        "livemode",
        "created",
        "created_at",
        "url",
    )

    def __init__(
        self,
        *,
        id: str | None = None,
        uuid: str | None = None,
        status: str | None = None,
        client: Client | None = None,
        currency: str | None = None,
        total: float | None = None,
        subtotal: float | None = None,
        taxes: float | None = None,
        series: str | None = None,
        folio_number: float | None = None,
        payment_form: str | None = None,
        payment_method: str | None = None,
        invoice: ReceiptInvoice | None = None,
        invoice_id: str | None = None,
        invoiceId: str | None = None,
        invoiced_at: int | None = None,
        files: InvoiceFiles | None = None,
        livemode: bool | None = None,
        created: int | None = None,
        created_at: float | None = None,
        url: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.uuid = uuid
        self.status = status
        self.client = client
        self.currency = currency
        self.total = total
        self.subtotal = subtotal
        self.taxes = taxes
        self.series = series
        self.folio_number = folio_number
        self.payment_form = payment_form
        self.payment_method = payment_method
        self.invoice = invoice
        self.invoice_id = invoice_id
        self.invoiceId = invoiceId
        self.invoiced_at = invoiced_at
        self.files = files
        self.livemode = livemode
        self.created = created
        self.created_at = created_at
        self.url = url
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        Client, InvoiceFiles, ReceiptInvoice = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.uuid = take("uuid", None)
        instance.status = take("status", None)
        instance.client = (
            Client.from_dict(value) if is_object(value := take("client", None)) else value
        )
        instance.currency = take("currency", None)
        instance.total = take("total", None)
        instance.subtotal = take("subtotal", None)
        instance.taxes = take("taxes", None)
        instance.series = take("series", None)
        instance.folio_number = take("folio_number", None)
        instance.payment_form = take("payment_form", None)
        instance.payment_method = take("payment_method", None)
        instance.invoice = (
            ReceiptInvoice.from_dict(value) if is_object(value := take("invoice", None)) else value
        )
        instance.invoice_id = take("invoice_id", None)
        instance.invoiceId = take("invoiceId", None)
        instance.invoiced_at = take("invoiced_at", None)
        instance.files = (
            InvoiceFiles.from_dict(value) if is_object(value := take("files", None)) else value
        )
        instance.livemode = take("livemode", None)
        instance.created = take("created", None)
        instance.created_at = take("created_at", None)
        instance.url = take("url", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not None:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.uuid) is not None:
            fields["uuid"] = value if type(value) is str else enum_text(value)
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.client) is not None:
            fields["client"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.currency) is not None:
            fields["currency"] = value if type(value) is str else enum_text(value)
        if (value := self.total) is not None:
            fields["total"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.subtotal) is not None:
            fields["subtotal"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.taxes) is not None:
            fields["taxes"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.series) is not None:
            fields["series"] = value if type(value) is str else enum_text(value)
        if (value := self.folio_number) is not None:
            fields["folio_number"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.payment_form) is not None:
            fields["payment_form"] = value if type(value) is str else enum_text(value)
        if (value := self.payment_method) is not None:
            fields["payment_method"] = value if type(value) is str else enum_text(value)
        if (value := self.invoice) is not None:
            fields["invoice"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.invoice_id) is not None:
            fields["invoice_id"] = value if type(value) is str else enum_text(value)
        if (value := self.invoiceId) is not None:
            fields["invoiceId"] = value if type(value) is str else enum_text(value)
        if (value := self.invoiced_at) is not None:
            fields["invoiced_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.files) is not None:
            fields["files"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.livemode) is not None:
            fields["livemode"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.created) is not None:
            fields["created"] = value if (type(value) is int) else needs_conversion()
        if (value := self.created_at) is not None:
            fields["created_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.url) is not None:
            fields["url"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .client import Client
        from .invoice_files import InvoiceFiles
        from .receipt_invoice import ReceiptInvoice

        return {
            "id": STRING,
            "uuid": STRING,
            "status": STRING,
            "client": model(Client),
            "currency": STRING,
            "total": NUMBER,
            "subtotal": NUMBER,
            "taxes": NUMBER,
            "series": STRING,
            "folio_number": NUMBER,
            "payment_form": STRING,
            "payment_method": STRING,
            "invoice": model(ReceiptInvoice),
            "invoice_id": STRING,
            "invoiceId": STRING,
            "invoiced_at": number(INTEGER, unit="s"),
            "files": model(InvoiceFiles).as_secret(),
            "livemode": BOOLEAN,
            "created": number(INTEGER, unit="s"),
            "created_at": number(NUMBER, unit="s"),
            "url": STRING,
        }


@cache
def _nested() -> tuple[
    type[Client],
    type[InvoiceFiles],
    type[ReceiptInvoice],
]:
    """The classes of nested values, imported when the first object is read."""
    from .client import Client
    from .invoice_files import InvoiceFiles
    from .receipt_invoice import ReceiptInvoice

    return Client, InvoiceFiles, ReceiptInvoice
