# Written by `make generate` from openapi.yaml; never edited.
"""The model `Payment`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.fields import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    OBJECT,
    STRING,
    FieldType,
    array,
    enum,
    number,
    one_of,
)
from gigstack_api._core.schema.models import (
    Model,
    encode_models,
    enum_text,
    model,
    needs_conversion,
)
from gigstack_api._core.schema.types import is_list, is_object

if TYPE_CHECKING:
    from .automation_type import AutomationType
    from .client import Client
    from .invoice import Invoice
    from .invoice_config import InvoiceConfig
    from .payment_allowed_method import PaymentAllowedMethod
    from .payment_item import PaymentItem
    from .payment_processor import PaymentProcessor
    from .payment_status import PaymentStatus
    from .refund import Refund


class Payment(Model):
    """A payment: money asked for or received, with what was invoiced for it.

    Lists can hold a short form. Unverified: the page of the schema was not seen and the
    example of its twin is cut; the fields are those of the examples, of official clients and
    of an integrator.
    """

    id: str | None
    """Id (`payment_…`)."""
    client: Client | None
    """The client who pays; in full, or in a short form with id, name, email and tax_id."""
    status: PaymentStatus | str | None
    """State. Only `succeeded` means that the money was collected."""
    currency: str | None
    """Currency (ISO 4217: `MXN`, `USD`, ...)."""
    exchange_rate: float | None
    """Exchange rate of the currency, 1 for `MXN`."""
    payment_form: str | None
    """SAT form of payment."""
    total: float | None
    """Total with taxes in currency units. Can be missing in lists, and was missing with
    `subtotal` in every payment from Stripe (commit 9c4f6ab of the official CLI, where that is
    said to be repaired).
    """
    subtotal: float | None
    """Total before taxes in currency units. Missing where `total` is."""
    taxes: float | None
    """Sum of the taxes in currency units; a number, unlike the list of taxes of an item."""
    discount: float | None
    """Discount in currency units."""
    items: list[PaymentItem] | None
    """The items paid for."""
    invoices: list[str | Invoice] | None
    """Ids of the invoices made for it. An integrator is ready for objects with `id` or `uuid`
    too.
    """
    receipts: list[str] | None
    """Ids of the receipts made for it."""
    refunds: list[Refund] | None
    """The items refunded."""
    payments: list[str | dict[str, Any]] | None
    """Related payments. Unverified: empty in the only example; taken to be ids."""
    allowed_payment_methods: list[PaymentAllowedMethod] | None
    """How it can be paid; objects here, plain texts in a request."""
    emails: list[str] | None
    """E-mail addresses that get the link and the documents."""
    invoice_config: InvoiceConfig | None
    """Settings of the invoice to be made for it."""
    metadata: dict[str, Any] | None
    """Keys and values of your own; values may be nested."""
    idempotency_key: str | None
    """Key it was made with."""
    short_url: str | None
    """Link to pay it, for example https://pay.gigstack.io/p/abc123."""
    payment_processor: PaymentProcessor | str | None
    """Who collects the money; `api` for a registered payment."""
    created_at: float | str | None
    """When it was created (Unix seconds). Official clients are ready for milliseconds and ISO
    8601 texts too.
    """
    succeeded_at: int | None
    """When the money was collected (Unix seconds)."""
    livemode: bool | None
    """Whether it was made with a live key; only the key tells test and live apart."""
    team: str | None
    """Id of its team."""
    owner: str | None
    """Id of the user who owns it."""
    from_: str | None
    """Where it was made, for example `api`."""
    automation_type: AutomationType | str | None
    """Automation to run once it is paid. Read by official clients."""
    processor: PaymentProcessor | str | None
    """Who collects the money, in another spelling that official clients read."""
    invoice: Invoice | None
    """The invoice made for it, in another spelling; official clients read its `uuid`."""
    invoice_id: str | None
    """Id of the invoice made for it, in another spelling that official clients read."""
    invoiceId: str | None
    """Id of the invoice made for it, in another spelling that official clients read."""
    receipt_id: str | None
    """Id of the receipt made for it, in another spelling that official clients read."""
    receiptId: str | None
    """Id of the receipt made for it, in another spelling that official clients read."""
    amount: float | None
    """Total in hundredths of a currency unit, where official clients look when `total` is
    missing.
    """

    __slots__ = (
        "id",
        "client",
        "status",
        "currency",
        "exchange_rate",
        "payment_form",
        "total",
        "subtotal",
        "taxes",
        "discount",
        "items",
        "invoices",
        "receipts",
        "refunds",
        "payments",
        "allowed_payment_methods",
        "emails",
        "invoice_config",
        "metadata",
        "idempotency_key",
        "short_url",
        "payment_processor",
        "created_at",
        "succeeded_at",
        "livemode",
        "team",
        "owner",
        "from_",
        "automation_type",
        "processor",
        "invoice",
        "invoice_id",
        "invoiceId",
        "receipt_id",
        "receiptId",
        "amount",
    )

    def __init__(
        self,
        *,
        id: str | None = None,
        client: Client | None = None,
        status: PaymentStatus | str | None = None,
        currency: str | None = None,
        exchange_rate: float | None = None,
        payment_form: str | None = None,
        total: float | None = None,
        subtotal: float | None = None,
        taxes: float | None = None,
        discount: float | None = None,
        items: list[PaymentItem] | None = None,
        invoices: list[str | Invoice] | None = None,
        receipts: list[str] | None = None,
        refunds: list[Refund] | None = None,
        payments: list[str | dict[str, Any]] | None = None,
        allowed_payment_methods: list[PaymentAllowedMethod] | None = None,
        emails: list[str] | None = None,
        invoice_config: InvoiceConfig | None = None,
        metadata: dict[str, Any] | None = None,
        idempotency_key: str | None = None,
        short_url: str | None = None,
        payment_processor: PaymentProcessor | str | None = None,
        created_at: float | str | None = None,
        succeeded_at: int | None = None,
        livemode: bool | None = None,
        team: str | None = None,
        owner: str | None = None,
        from_: str | None = None,
        automation_type: AutomationType | str | None = None,
        processor: PaymentProcessor | str | None = None,
        invoice: Invoice | None = None,
        invoice_id: str | None = None,
        invoiceId: str | None = None,
        receipt_id: str | None = None,
        receiptId: str | None = None,
        amount: float | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.client = client
        self.status = status
        self.currency = currency
        self.exchange_rate = exchange_rate
        self.payment_form = payment_form
        self.total = total
        self.subtotal = subtotal
        self.taxes = taxes
        self.discount = discount
        self.items = items
        self.invoices = invoices
        self.receipts = receipts
        self.refunds = refunds
        self.payments = payments
        self.allowed_payment_methods = allowed_payment_methods
        self.emails = emails
        self.invoice_config = invoice_config
        self.metadata = metadata
        self.idempotency_key = idempotency_key
        self.short_url = short_url
        self.payment_processor = payment_processor
        self.created_at = created_at
        self.succeeded_at = succeeded_at
        self.livemode = livemode
        self.team = team
        self.owner = owner
        self.from_ = from_
        self.automation_type = automation_type
        self.processor = processor
        self.invoice = invoice
        self.invoice_id = invoice_id
        self.invoiceId = invoiceId
        self.receipt_id = receipt_id
        self.receiptId = receiptId
        self.amount = amount
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (
            AutomationType,
            Client,
            Invoice,
            InvoiceConfig,
            PaymentAllowedMethod,
            PaymentItem,
            PaymentProcessor,
            PaymentStatus,
            Refund,
        ) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.client = (
            Client.from_dict(value) if is_object(value := take("client", None)) else value
        )
        instance.status = PaymentStatus.of(take("status", None))
        instance.currency = take("currency", None)
        instance.exchange_rate = take("exchange_rate", None)
        instance.payment_form = take("payment_form", None)
        instance.total = take("total", None)
        instance.subtotal = take("subtotal", None)
        instance.taxes = take("taxes", None)
        instance.discount = take("discount", None)
        instance.items = (
            [PaymentItem.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("items", None))
            else value
        )
        instance.invoices = cls.read_field("invoices", take("invoices", None))
        instance.receipts = take("receipts", None)
        instance.refunds = (
            [Refund.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("refunds", None))
            else value
        )
        instance.payments = take("payments", None)
        instance.allowed_payment_methods = (
            [PaymentAllowedMethod.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("allowed_payment_methods", None))
            else value
        )
        instance.emails = take("emails", None)
        instance.invoice_config = (
            InvoiceConfig.from_dict(value)
            if is_object(value := take("invoice_config", None))
            else value
        )
        instance.metadata = take("metadata", None)
        instance.idempotency_key = take("idempotency_key", None)
        instance.short_url = take("short_url", None)
        instance.payment_processor = PaymentProcessor.of(take("payment_processor", None))
        instance.created_at = take("created_at", None)
        instance.succeeded_at = take("succeeded_at", None)
        instance.livemode = take("livemode", None)
        instance.team = take("team", None)
        instance.owner = take("owner", None)
        instance.from_ = take("from", None)
        instance.automation_type = AutomationType.of(take("automation_type", None))
        instance.processor = PaymentProcessor.of(take("processor", None))
        instance.invoice = (
            Invoice.from_dict(value) if is_object(value := take("invoice", None)) else value
        )
        instance.invoice_id = take("invoice_id", None)
        instance.invoiceId = take("invoiceId", None)
        instance.receipt_id = take("receipt_id", None)
        instance.receiptId = take("receiptId", None)
        instance.amount = take("amount", None)
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
        if (value := self.client) is not None:
            fields["client"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.currency) is not None:
            fields["currency"] = value if type(value) is str else enum_text(value)
        if (value := self.exchange_rate) is not None:
            fields["exchange_rate"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.payment_form) is not None:
            fields["payment_form"] = value if type(value) is str else enum_text(value)
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
        if (value := self.discount) is not None:
            fields["discount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.items) is not None:
            fields["items"] = encode_models(value)
        if self.invoices is not None:
            needs_conversion()
        if self.receipts is not None:
            needs_conversion()
        if (value := self.refunds) is not None:
            fields["refunds"] = encode_models(value)
        if self.payments is not None:
            needs_conversion()
        if (value := self.allowed_payment_methods) is not None:
            fields["allowed_payment_methods"] = encode_models(value)
        if self.emails is not None:
            needs_conversion()
        if (value := self.invoice_config) is not None:
            fields["invoice_config"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if self.metadata is not None:
            needs_conversion()
        if (value := self.idempotency_key) is not None:
            fields["idempotency_key"] = value if type(value) is str else enum_text(value)
        if (value := self.short_url) is not None:
            fields["short_url"] = value if type(value) is str else enum_text(value)
        if (value := self.payment_processor) is not None:
            fields["payment_processor"] = value if type(value) is str else enum_text(value)
        if (value := self.created_at) is not None:
            fields["created_at"] = (
                value
                if (
                    type(value) is int
                    or (type(value) is float and isfinite(value))
                    or type(value) is str
                )
                else needs_conversion()
            )
        if (value := self.succeeded_at) is not None:
            fields["succeeded_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.livemode) is not None:
            fields["livemode"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.team) is not None:
            fields["team"] = value if type(value) is str else enum_text(value)
        if (value := self.owner) is not None:
            fields["owner"] = value if type(value) is str else enum_text(value)
        if (value := self.from_) is not None:
            fields["from"] = value if type(value) is str else enum_text(value)
        if (value := self.automation_type) is not None:
            fields["automation_type"] = value if type(value) is str else enum_text(value)
        if (value := self.processor) is not None:
            fields["processor"] = value if type(value) is str else enum_text(value)
        if (value := self.invoice) is not None:
            fields["invoice"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.invoice_id) is not None:
            fields["invoice_id"] = value if type(value) is str else enum_text(value)
        if (value := self.invoiceId) is not None:
            fields["invoiceId"] = value if type(value) is str else enum_text(value)
        if (value := self.receipt_id) is not None:
            fields["receipt_id"] = value if type(value) is str else enum_text(value)
        if (value := self.receiptId) is not None:
            fields["receiptId"] = value if type(value) is str else enum_text(value)
        if (value := self.amount) is not None:
            fields["amount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .automation_type import AutomationType
        from .client import Client
        from .invoice import Invoice
        from .invoice_config import InvoiceConfig
        from .payment_allowed_method import PaymentAllowedMethod
        from .payment_item import PaymentItem
        from .payment_processor import PaymentProcessor
        from .payment_status import PaymentStatus
        from .refund import Refund

        return {
            "id": STRING,
            "client": model(Client),
            "status": enum(PaymentStatus),
            "currency": STRING,
            "exchange_rate": NUMBER,
            "payment_form": STRING,
            "total": NUMBER,
            "subtotal": NUMBER,
            "taxes": NUMBER,
            "discount": NUMBER,
            "items": array(model(PaymentItem)),
            "invoices": array(one_of(STRING, model(Invoice))),
            "receipts": array(STRING),
            "refunds": array(model(Refund)),
            "payments": array(one_of(STRING, OBJECT)),
            "allowed_payment_methods": array(model(PaymentAllowedMethod)),
            "emails": array(STRING),
            "invoice_config": model(InvoiceConfig),
            "metadata": OBJECT,
            "idempotency_key": STRING,
            "short_url": STRING,
            "payment_processor": enum(PaymentProcessor),
            "created_at": one_of(NUMBER, STRING, unit="s"),
            "succeeded_at": number(INTEGER, unit="s"),
            "livemode": BOOLEAN,
            "team": STRING,
            "owner": STRING,
            "from": STRING,
            "automation_type": enum(AutomationType),
            "processor": enum(PaymentProcessor),
            "invoice": model(Invoice),
            "invoice_id": STRING,
            "invoiceId": STRING,
            "receipt_id": STRING,
            "receiptId": STRING,
            "amount": NUMBER,
        }


@cache
def _nested() -> tuple[
    type[AutomationType],
    type[Client],
    type[Invoice],
    type[InvoiceConfig],
    type[PaymentAllowedMethod],
    type[PaymentItem],
    type[PaymentProcessor],
    type[PaymentStatus],
    type[Refund],
]:
    """The classes of nested values, imported when the first object is read."""
    from .automation_type import AutomationType
    from .client import Client
    from .invoice import Invoice
    from .invoice_config import InvoiceConfig
    from .payment_allowed_method import PaymentAllowedMethod
    from .payment_item import PaymentItem
    from .payment_processor import PaymentProcessor
    from .payment_status import PaymentStatus
    from .refund import Refund

    return (
        AutomationType,
        Client,
        Invoice,
        InvoiceConfig,
        PaymentAllowedMethod,
        PaymentItem,
        PaymentProcessor,
        PaymentStatus,
        Refund,
    )
