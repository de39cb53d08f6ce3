# Written by `make generate` from openapi.yaml; never edited.
"""StampedReceipt: What comes of stamping a receipt. Unverified: official clients read only `id`; it may
be the invoice or the receipt, so these are the likely fields of both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    Kind,
    model,
    number,
)
from gigstack_api._core.model import Model, not_plain, plain_text
from gigstack_api._core.shapes import is_object

if TYPE_CHECKING:
    from .client import Client
    from .invoice_files import InvoiceFiles
    from .receipt_invoice import ReceiptInvoice


class StampedReceipt(Model):
    """What comes of stamping a receipt. Unverified: official clients read only `id`; it may
    be the invoice or the receipt, so these are the likely fields of both."""

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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        Client, InvoiceFiles, ReceiptInvoice = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.id = take("id", None)
        made.uuid = take("uuid", None)
        made.status = take("status", None)
        made.client = Client.from_dict(value) if is_object(value := take("client", None)) else value
        made.currency = take("currency", None)
        made.total = take("total", None)
        made.subtotal = take("subtotal", None)
        made.taxes = take("taxes", None)
        made.series = take("series", None)
        made.folio_number = take("folio_number", None)
        made.payment_form = take("payment_form", None)
        made.payment_method = take("payment_method", None)
        made.invoice = (
            ReceiptInvoice.from_dict(value) if is_object(value := take("invoice", None)) else value
        )
        made.invoice_id = take("invoice_id", None)
        made.invoiceId = take("invoiceId", None)
        made.invoiced_at = take("invoiced_at", None)
        made.files = (
            InvoiceFiles.from_dict(value) if is_object(value := take("files", None)) else value
        )
        made.livemode = take("livemode", None)
        made.created = take("created", None)
        made.created_at = take("created_at", None)
        made.url = take("url", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not None:
            made["id"] = value if type(value) is str else plain_text(value)
        if (value := self.uuid) is not None:
            made["uuid"] = value if type(value) is str else plain_text(value)
        if (value := self.status) is not None:
            made["status"] = value if type(value) is str else plain_text(value)
        if (value := self.client) is not None:
            made["client"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        if (value := self.currency) is not None:
            made["currency"] = value if type(value) is str else plain_text(value)
        if (value := self.total) is not None:
            made["total"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.subtotal) is not None:
            made["subtotal"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.taxes) is not None:
            made["taxes"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.series) is not None:
            made["series"] = value if type(value) is str else plain_text(value)
        if (value := self.folio_number) is not None:
            made["folio_number"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.payment_form) is not None:
            made["payment_form"] = value if type(value) is str else plain_text(value)
        if (value := self.payment_method) is not None:
            made["payment_method"] = value if type(value) is str else plain_text(value)
        if (value := self.invoice) is not None:
            made["invoice"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        if (value := self.invoice_id) is not None:
            made["invoice_id"] = value if type(value) is str else plain_text(value)
        if (value := self.invoiceId) is not None:
            made["invoiceId"] = value if type(value) is str else plain_text(value)
        if (value := self.invoiced_at) is not None:
            made["invoiced_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.files) is not None:
            made["files"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        if (value := self.livemode) is not None:
            made["livemode"] = value if (type(value) is bool) else not_plain()
        if (value := self.created) is not None:
            made["created"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.created_at) is not None:
            made["created_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.url) is not None:
            made["url"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
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
    """The classes of nested values, loaded when the first model is read."""
    from .client import Client
    from .invoice_files import InvoiceFiles
    from .receipt_invoice import ReceiptInvoice

    return Client, InvoiceFiles, ReceiptInvoice
