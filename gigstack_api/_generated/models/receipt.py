# Written by `make generate` from openapi.yaml; never edited.
"""The model `Receipt`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    OBJECT,
    STRING,
    array,
    enum,
    number,
)
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import ABSENT, is_list, is_object

if TYPE_CHECKING:
    from .client import Client
    from .invoice_config import InvoiceConfig
    from .receipt_invoice import ReceiptInvoice
    from .receipt_item import ReceiptItem
    from .receipt_periodicity import ReceiptPeriodicity
    from .receipt_status import ReceiptStatus


class Receipt(Model):
    """A sale without fiscal value that its client can invoice in the self-invoicing portal.

    Unverified: the docs have no page for it; the fields are those of the guide and of
    official clients. Settled: the guide shows `created` and `validUntil`, an official client
    reads `created_at` and `validUntil`; every spelling can be read.
    """

    id: str
    """Id (`receipt_…`)."""
    client: Client | None
    """The client, in a short form (id, name, tax_id). None stands for the general public."""
    status: ReceiptStatus | str | None
    """Where it stands."""
    total: float | None
    """Total with taxes, in currency units."""
    subtotal: float | None
    """Sum before taxes, in currency units."""
    taxes: float | None
    """Taxes, in currency units."""
    currency: str | None
    """Currency, three letters (ISO 4217: `MXN`)."""
    periodicity: ReceiptPeriodicity | str | None
    """How long it can be invoiced."""
    payment_form: str | None
    """SAT form of payment."""
    created: int | None
    """When it was created (Unix seconds), as the guide spells it."""
    created_at: int | None
    """When it was created (Unix seconds), as an official client reads it."""
    validUntil: int | None
    """Until when it can be invoiced (Unix seconds). Camel case in this API is an exception."""
    valid_until: int | None
    """The same in the spelling usual in this API (Unix seconds). Unverified: no source shows it;
    it is read in case it comes.
    """
    url: str | None
    """Page of the self-invoicing portal: `https://invoicing.gigstack.pro/autofactura?id=` and
    the id.
    """
    invoice: ReceiptInvoice | None
    """The invoice it became."""
    invoice_id: str | None
    """Id of the invoice it became."""
    invoiceId: str | None
    """Id of the invoice it became, in another spelling."""
    invoiced_at: int | None
    """When it was invoiced (Unix seconds). Unverified: the unit is taken from its siblings."""
    items: list[ReceiptItem] | None
    """Line items. Unverified: known only from the newer source of an official client."""
    invoice_config: InvoiceConfig | None
    """Settings of the invoice to come. Unverified: known only from the newer source of an
    official client.
    """
    exchange_rate: float | None
    """Pesos for one unit of the currency. Unverified: inferred from what is sent."""
    metadata: dict[str, Any] | None
    """Keys and values of your own. Unverified: inferred from what is sent."""
    idempotency_key: str | None
    """Key it was created with. Unverified: inferred from what is sent."""
    livemode: bool | None
    """Whether it was made with a live key. Unverified: inferred from the other resources."""
    team: str | None
    """Id of its team. Unverified: inferred from the other resources."""

    __slots__ = (
        "id",
        "client",
        "status",
        "total",
        "subtotal",
        "taxes",
        "currency",
        "periodicity",
        "payment_form",
        "created",
        "created_at",
        "validUntil",
        "valid_until",
        "url",
        "invoice",
        "invoice_id",
        "invoiceId",
        "invoiced_at",
        "items",
        "invoice_config",
        "exchange_rate",
        "metadata",
        "idempotency_key",
        "livemode",
        "team",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        client: Client | None = None,
        status: ReceiptStatus | str | None = None,
        total: float | None = None,
        subtotal: float | None = None,
        taxes: float | None = None,
        currency: str | None = None,
        periodicity: ReceiptPeriodicity | str | None = None,
        payment_form: str | None = None,
        created: int | None = None,
        created_at: int | None = None,
        validUntil: int | None = None,
        valid_until: int | None = None,
        url: str | None = None,
        invoice: ReceiptInvoice | None = None,
        invoice_id: str | None = None,
        invoiceId: str | None = None,
        invoiced_at: int | None = None,
        items: list[ReceiptItem] | None = None,
        invoice_config: InvoiceConfig | None = None,
        exchange_rate: float | None = None,
        metadata: dict[str, Any] | None = None,
        idempotency_key: str | None = None,
        livemode: bool | None = None,
        team: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.client = client
        self.status = status
        self.total = total
        self.subtotal = subtotal
        self.taxes = taxes
        self.currency = currency
        self.periodicity = periodicity
        self.payment_form = payment_form
        self.created = created
        self.created_at = created_at
        self.validUntil = validUntil
        self.valid_until = valid_until
        self.url = url
        self.invoice = invoice
        self.invoice_id = invoice_id
        self.invoiceId = invoiceId
        self.invoiced_at = invoiced_at
        self.items = items
        self.invoice_config = invoice_config
        self.exchange_rate = exchange_rate
        self.metadata = metadata
        self.idempotency_key = idempotency_key
        self.livemode = livemode
        self.team = team
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        Client, InvoiceConfig, ReceiptInvoice, ReceiptItem, ReceiptPeriodicity, ReceiptStatus = (
            _nested()
        )
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.client = (
            Client.from_dict(value) if is_object(value := take("client", None)) else value
        )
        instance.status = ReceiptStatus.of(take("status", None))
        instance.total = take("total", None)
        instance.subtotal = take("subtotal", None)
        instance.taxes = take("taxes", None)
        instance.currency = take("currency", None)
        instance.periodicity = ReceiptPeriodicity.of(take("periodicity", None))
        instance.payment_form = take("payment_form", None)
        instance.created = take("created", None)
        instance.created_at = take("created_at", None)
        instance.validUntil = take("validUntil", None)
        instance.valid_until = take("valid_until", None)
        instance.url = take("url", None)
        instance.invoice = (
            ReceiptInvoice.from_dict(value) if is_object(value := take("invoice", None)) else value
        )
        instance.invoice_id = take("invoice_id", None)
        instance.invoiceId = take("invoiceId", None)
        instance.invoiced_at = take("invoiced_at", None)
        instance.items = (
            [ReceiptItem.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("items", None))
            else value
        )
        instance.invoice_config = (
            InvoiceConfig.from_dict(value)
            if is_object(value := take("invoice_config", None))
            else value
        )
        instance.exchange_rate = take("exchange_rate", None)
        instance.metadata = take("metadata", None)
        instance.idempotency_key = take("idempotency_key", None)
        instance.livemode = take("livemode", None)
        instance.team = take("team", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not ABSENT:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.client) is not None:
            fields["client"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
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
        if (value := self.currency) is not None:
            fields["currency"] = value if type(value) is str else enum_text(value)
        if (value := self.periodicity) is not None:
            fields["periodicity"] = value if type(value) is str else enum_text(value)
        if (value := self.payment_form) is not None:
            fields["payment_form"] = value if type(value) is str else enum_text(value)
        if (value := self.created) is not None:
            fields["created"] = value if (type(value) is int) else needs_conversion()
        if (value := self.created_at) is not None:
            fields["created_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.validUntil) is not None:
            fields["validUntil"] = value if (type(value) is int) else needs_conversion()
        if (value := self.valid_until) is not None:
            fields["valid_until"] = value if (type(value) is int) else needs_conversion()
        if (value := self.url) is not None:
            fields["url"] = value if type(value) is str else enum_text(value)
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
        if (value := self.items) is not None:
            fields["items"] = encode_models(value)
        if (value := self.invoice_config) is not None:
            fields["invoice_config"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.exchange_rate) is not None:
            fields["exchange_rate"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if self.metadata is not None:
            needs_conversion()
        if (value := self.idempotency_key) is not None:
            fields["idempotency_key"] = value if type(value) is str else enum_text(value)
        if (value := self.livemode) is not None:
            fields["livemode"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.team) is not None:
            fields["team"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .client import Client
        from .invoice_config import InvoiceConfig
        from .receipt_invoice import ReceiptInvoice
        from .receipt_item import ReceiptItem
        from .receipt_periodicity import ReceiptPeriodicity
        from .receipt_status import ReceiptStatus

        return {
            "id": STRING.always(),
            "client": model(Client),
            "status": enum(ReceiptStatus),
            "total": NUMBER,
            "subtotal": NUMBER,
            "taxes": NUMBER,
            "currency": STRING,
            "periodicity": enum(ReceiptPeriodicity),
            "payment_form": STRING,
            "created": number(INTEGER, unit="s"),
            "created_at": number(INTEGER, unit="s"),
            "validUntil": number(INTEGER, unit="s"),
            "valid_until": number(INTEGER, unit="s"),
            "url": STRING,
            "invoice": model(ReceiptInvoice),
            "invoice_id": STRING,
            "invoiceId": STRING,
            "invoiced_at": number(INTEGER, unit="s"),
            "items": array(model(ReceiptItem)),
            "invoice_config": model(InvoiceConfig),
            "exchange_rate": NUMBER,
            "metadata": OBJECT,
            "idempotency_key": STRING,
            "livemode": BOOLEAN,
            "team": STRING,
        }


@cache
def _nested() -> tuple[
    type[Client],
    type[InvoiceConfig],
    type[ReceiptInvoice],
    type[ReceiptItem],
    type[ReceiptPeriodicity],
    type[ReceiptStatus],
]:
    """The classes of nested values, imported when the first object is read."""
    from .client import Client
    from .invoice_config import InvoiceConfig
    from .receipt_invoice import ReceiptInvoice
    from .receipt_item import ReceiptItem
    from .receipt_periodicity import ReceiptPeriodicity
    from .receipt_status import ReceiptStatus

    return Client, InvoiceConfig, ReceiptInvoice, ReceiptItem, ReceiptPeriodicity, ReceiptStatus
