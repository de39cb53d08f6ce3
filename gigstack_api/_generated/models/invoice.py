# Written by `make generate` from openapi.yaml; never edited.
"""The model `Invoice`."""

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
    one_of,
)
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import ABSENT, is_list, is_object

if TYPE_CHECKING:
    from .client import Client
    from .complement import Complement
    from .global_invoice import GlobalInvoice
    from .invoice_automation import InvoiceAutomation
    from .invoice_cancellation import InvoiceCancellation
    from .invoice_files import InvoiceFiles
    from .invoice_issuer import InvoiceIssuer
    from .invoice_item import InvoiceItem
    from .invoice_namespace import InvoiceNamespace
    from .invoice_stamp import InvoiceStamp
    from .invoice_status import InvoiceStatus
    from .related_document import RelatedDocument


class Invoice(Model):
    """A CFDI made with gigstack; one form for income invoices (I), credit notes (E), payment
    complements (P) and transfers (T). Lists can hold a short form. Unverified: the page of
    the schema was not seen; the fields are those of the examples and of official clients.
    """

    uuid: str
    """UUID of the CFDI, the key of an invoice in every path. Examples of the docs show
    `invoice_1234567890` here.
    """
    id: str | None
    """Id, 1 to 160 letters, digits, `_` or `-`. Documented examples have only `uuid`; read that
    one first.
    """
    client: Client | None
    """Client as it was when the invoice was made; a short form in some answers."""
    created_at: float | str
    """When it was made (Unix seconds). Official clients are ready for milliseconds and ISO 8601
    texts too.
    """
    currency: str | None
    """Currency (ISO 4217); MXN in every example, COP exists for Colombia."""
    exchange_rate: float | None
    """Pesos for one unit of the currency."""
    total: float | None
    """Total, in currency units."""
    subtotal: float | None
    """Sum before taxes, in currency units."""
    taxes: float | None
    """Taxes of the whole invoice, in currency units; a list only inside `items`."""
    discount: float | None
    """Discounts, in currency units."""
    withholding_taxes: float | None
    """Withheld taxes, in currency units."""
    series: str | None
    """Series of the folio."""
    folio_number: float | None
    """Number in the series, counted by gigstack."""
    invoice_type: str | None
    """Type of CFDI: I, E, P or T."""
    use: str | None
    """SAT use of the invoice."""
    payment_form: str | None
    """SAT form of payment."""
    payment_method: str | None
    """PUE counts as paid from the start; PPD stays open until payment complements bring
    `last_balance` to 0.
    """
    payment_conditions: str | None
    """Conditions of payment, in words."""
    status: InvoiceStatus | str | None
    """State at the SAT. Says nothing about money: a valid PPD invoice can still be owed."""
    livemode: bool | None
    """Whether it was made with a live key."""
    owner: str | None
    """Id of the user who owns it."""
    team: str | None
    """Id of its team."""
    billing_account: str | None
    """Id of the billing account."""
    from_: str | None
    """Where it was made: `api`, `manual` and others."""
    items: list[InvoiceItem] | None
    """Line items."""
    payments: list[str] | None
    """Ids of its payments."""
    invoices: list[str] | None
    """Ids of related invoices."""
    stamp: InvoiceStamp | None
    """Stamp of the SAT."""
    cancellation: InvoiceCancellation | None
    """How its cancellation stands."""
    cancellation_status: str | None
    """State of the cancellation, read here by an official client. Settled: the public schema has
    it under `cancellation`; both places are read.
    """
    cancellation_receipt: str | None
    """Receipt (acuse) of the cancellation, read here by an official client; also under
    `cancellation`.
    """
    verification_url: str | None
    """Address where the SAT verifies the CFDI."""
    exports: str | None
    """SAT export code."""
    addenda: str | None
    """Addenda, as XML text."""
    invoice_pdf_notes: str | None
    """Notes printed on the PDF."""
    files: InvoiceFiles | None
    """Addresses of the PDF and the XML."""
    idempotency_key: str | None
    """Key that the creation was sent with."""
    date: int | None
    """Date of the invoice (Unix milliseconds); 0 in the example of a draft."""
    global_: GlobalInvoice | None
    """Period of a global invoice."""
    related_documents: list[RelatedDocument] | None
    """Earlier CFDI it relates to."""
    complements: list[Complement] | None
    """Complements of the CFDI."""
    metadata: dict[str, Any] | None
    """Keys and values of your own; values may be nested."""
    emails: list[str] | None
    """Further recipients of the e-mail."""
    issuer_info: InvoiceIssuer | None
    """Who issued it."""
    namespaces: list[InvoiceNamespace] | None
    """XML namespaces added to the CFDI."""
    payment_complements: float | None
    """Amount paid by payment complements, in currency units. Unverified: a sample (total 116, 20
    here, 96 in `last_balance`) makes it an amount, while an official client prints it as a
    count.
    """
    last_balance: float | None
    """Amount still owed on a PPD invoice, in currency units; above 0 it is not paid off."""
    installments: float | None
    """Number of installments. Unverified: the meaning is inferred from the name."""
    automations: list[InvoiceAutomation] | None
    """Automations that took part."""

    __slots__ = (
        "uuid",
        "id",
        "client",
        "created_at",
        "currency",
        "exchange_rate",
        "total",
        "subtotal",
        "taxes",
        "discount",
        "withholding_taxes",
        "series",
        "folio_number",
        "invoice_type",
        "use",
        "payment_form",
        "payment_method",
        "payment_conditions",
        "status",
        "livemode",
        "owner",
        "team",
        "billing_account",
        "from_",
        "items",
        "payments",
        "invoices",
        "stamp",
        "cancellation",
        "cancellation_status",
        "cancellation_receipt",
        "verification_url",
        "exports",
        "addenda",
        "invoice_pdf_notes",
        "files",
        "idempotency_key",
        "date",
        "global_",
        "related_documents",
        "complements",
        "metadata",
        "emails",
        "issuer_info",
        "namespaces",
        "payment_complements",
        "last_balance",
        "installments",
        "automations",
    )

    def __init__(
        self,
        *,
        uuid: str = ABSENT,
        id: str | None = None,
        client: Client | None = None,
        created_at: float | str = ABSENT,
        currency: str | None = None,
        exchange_rate: float | None = None,
        total: float | None = None,
        subtotal: float | None = None,
        taxes: float | None = None,
        discount: float | None = None,
        withholding_taxes: float | None = None,
        series: str | None = None,
        folio_number: float | None = None,
        invoice_type: str | None = None,
        use: str | None = None,
        payment_form: str | None = None,
        payment_method: str | None = None,
        payment_conditions: str | None = None,
        status: InvoiceStatus | str | None = None,
        livemode: bool | None = None,
        owner: str | None = None,
        team: str | None = None,
        billing_account: str | None = None,
        from_: str | None = None,
        items: list[InvoiceItem] | None = None,
        payments: list[str] | None = None,
        invoices: list[str] | None = None,
        stamp: InvoiceStamp | None = None,
        cancellation: InvoiceCancellation | None = None,
        cancellation_status: str | None = None,
        cancellation_receipt: str | None = None,
        verification_url: str | None = None,
        exports: str | None = None,
        addenda: str | None = None,
        invoice_pdf_notes: str | None = None,
        files: InvoiceFiles | None = None,
        idempotency_key: str | None = None,
        date: int | None = None,
        global_: GlobalInvoice | None = None,
        related_documents: list[RelatedDocument] | None = None,
        complements: list[Complement] | None = None,
        metadata: dict[str, Any] | None = None,
        emails: list[str] | None = None,
        issuer_info: InvoiceIssuer | None = None,
        namespaces: list[InvoiceNamespace] | None = None,
        payment_complements: float | None = None,
        last_balance: float | None = None,
        installments: float | None = None,
        automations: list[InvoiceAutomation] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.uuid = uuid
        self.id = id
        self.client = client
        self.created_at = created_at
        self.currency = currency
        self.exchange_rate = exchange_rate
        self.total = total
        self.subtotal = subtotal
        self.taxes = taxes
        self.discount = discount
        self.withholding_taxes = withholding_taxes
        self.series = series
        self.folio_number = folio_number
        self.invoice_type = invoice_type
        self.use = use
        self.payment_form = payment_form
        self.payment_method = payment_method
        self.payment_conditions = payment_conditions
        self.status = status
        self.livemode = livemode
        self.owner = owner
        self.team = team
        self.billing_account = billing_account
        self.from_ = from_
        self.items = items
        self.payments = payments
        self.invoices = invoices
        self.stamp = stamp
        self.cancellation = cancellation
        self.cancellation_status = cancellation_status
        self.cancellation_receipt = cancellation_receipt
        self.verification_url = verification_url
        self.exports = exports
        self.addenda = addenda
        self.invoice_pdf_notes = invoice_pdf_notes
        self.files = files
        self.idempotency_key = idempotency_key
        self.date = date
        self.global_ = global_
        self.related_documents = related_documents
        self.complements = complements
        self.metadata = metadata
        self.emails = emails
        self.issuer_info = issuer_info
        self.namespaces = namespaces
        self.payment_complements = payment_complements
        self.last_balance = last_balance
        self.installments = installments
        self.automations = automations
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (
            Client,
            Complement,
            GlobalInvoice,
            InvoiceAutomation,
            InvoiceCancellation,
            InvoiceFiles,
            InvoiceIssuer,
            InvoiceItem,
            InvoiceNamespace,
            InvoiceStamp,
            InvoiceStatus,
            RelatedDocument,
        ) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.uuid = take("uuid", None)
        instance.id = take("id", None)
        instance.client = (
            Client.from_dict(value) if is_object(value := take("client", None)) else value
        )
        instance.created_at = take("created_at", None)
        instance.currency = take("currency", None)
        instance.exchange_rate = take("exchange_rate", None)
        instance.total = take("total", None)
        instance.subtotal = take("subtotal", None)
        instance.taxes = take("taxes", None)
        instance.discount = take("discount", None)
        instance.withholding_taxes = take("withholding_taxes", None)
        instance.series = take("series", None)
        instance.folio_number = take("folio_number", None)
        instance.invoice_type = take("invoice_type", None)
        instance.use = take("use", None)
        instance.payment_form = take("payment_form", None)
        instance.payment_method = take("payment_method", None)
        instance.payment_conditions = take("payment_conditions", None)
        instance.status = InvoiceStatus.of(take("status", None))
        instance.livemode = take("livemode", None)
        instance.owner = take("owner", None)
        instance.team = take("team", None)
        instance.billing_account = take("billing_account", None)
        instance.from_ = take("from", None)
        instance.items = (
            [InvoiceItem.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("items", None))
            else value
        )
        instance.payments = take("payments", None)
        instance.invoices = take("invoices", None)
        instance.stamp = (
            InvoiceStamp.from_dict(value) if is_object(value := take("stamp", None)) else value
        )
        instance.cancellation = (
            InvoiceCancellation.from_dict(value)
            if is_object(value := take("cancellation", None))
            else value
        )
        instance.cancellation_status = take("cancellation_status", None)
        instance.cancellation_receipt = take("cancellation_receipt", None)
        instance.verification_url = take("verification_url", None)
        instance.exports = take("exports", None)
        instance.addenda = take("addenda", None)
        instance.invoice_pdf_notes = take("invoice_pdf_notes", None)
        instance.files = (
            InvoiceFiles.from_dict(value) if is_object(value := take("files", None)) else value
        )
        instance.idempotency_key = take("idempotency_key", None)
        instance.date = take("date", None)
        instance.global_ = (
            GlobalInvoice.from_dict(value) if is_object(value := take("global", None)) else value
        )
        instance.related_documents = (
            [RelatedDocument.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("related_documents", None))
            else value
        )
        instance.complements = (
            [Complement.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("complements", None))
            else value
        )
        instance.metadata = take("metadata", None)
        instance.emails = take("emails", None)
        instance.issuer_info = (
            InvoiceIssuer.from_dict(value)
            if is_object(value := take("issuer_info", None))
            else value
        )
        instance.namespaces = (
            [InvoiceNamespace.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("namespaces", None))
            else value
        )
        instance.payment_complements = take("payment_complements", None)
        instance.last_balance = take("last_balance", None)
        instance.installments = take("installments", None)
        instance.automations = (
            [InvoiceAutomation.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("automations", None))
            else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.uuid) is not ABSENT:
            fields["uuid"] = value if type(value) is str else enum_text(value)
        if (value := self.id) is not None:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.client) is not None:
            fields["client"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.created_at) is not ABSENT:
            fields["created_at"] = (
                value
                if (
                    type(value) is int
                    or (type(value) is float and isfinite(value))
                    or type(value) is str
                )
                else needs_conversion()
            )
        if (value := self.currency) is not None:
            fields["currency"] = value if type(value) is str else enum_text(value)
        if (value := self.exchange_rate) is not None:
            fields["exchange_rate"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
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
        if (value := self.withholding_taxes) is not None:
            fields["withholding_taxes"] = (
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
        if (value := self.invoice_type) is not None:
            fields["invoice_type"] = value if type(value) is str else enum_text(value)
        if (value := self.use) is not None:
            fields["use"] = value if type(value) is str else enum_text(value)
        if (value := self.payment_form) is not None:
            fields["payment_form"] = value if type(value) is str else enum_text(value)
        if (value := self.payment_method) is not None:
            fields["payment_method"] = value if type(value) is str else enum_text(value)
        if (value := self.payment_conditions) is not None:
            fields["payment_conditions"] = value if type(value) is str else enum_text(value)
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.livemode) is not None:
            fields["livemode"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.owner) is not None:
            fields["owner"] = value if type(value) is str else enum_text(value)
        if (value := self.team) is not None:
            fields["team"] = value if type(value) is str else enum_text(value)
        if (value := self.billing_account) is not None:
            fields["billing_account"] = value if type(value) is str else enum_text(value)
        if (value := self.from_) is not None:
            fields["from"] = value if type(value) is str else enum_text(value)
        if (value := self.items) is not None:
            fields["items"] = encode_models(value)
        if self.payments is not None:
            needs_conversion()
        if self.invoices is not None:
            needs_conversion()
        if (value := self.stamp) is not None:
            fields["stamp"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.cancellation) is not None:
            fields["cancellation"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.cancellation_status) is not None:
            fields["cancellation_status"] = value if type(value) is str else enum_text(value)
        if (value := self.cancellation_receipt) is not None:
            fields["cancellation_receipt"] = value if type(value) is str else enum_text(value)
        if (value := self.verification_url) is not None:
            fields["verification_url"] = value if type(value) is str else enum_text(value)
        if (value := self.exports) is not None:
            fields["exports"] = value if type(value) is str else enum_text(value)
        if (value := self.addenda) is not None:
            fields["addenda"] = value if type(value) is str else enum_text(value)
        if (value := self.invoice_pdf_notes) is not None:
            fields["invoice_pdf_notes"] = value if type(value) is str else enum_text(value)
        if (value := self.files) is not None:
            fields["files"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.idempotency_key) is not None:
            fields["idempotency_key"] = value if type(value) is str else enum_text(value)
        if (value := self.date) is not None:
            fields["date"] = value if (type(value) is int) else needs_conversion()
        if (value := self.global_) is not None:
            fields["global"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.related_documents) is not None:
            fields["related_documents"] = encode_models(value)
        if (value := self.complements) is not None:
            fields["complements"] = encode_models(value)
        if self.metadata is not None:
            needs_conversion()
        if self.emails is not None:
            needs_conversion()
        if (value := self.issuer_info) is not None:
            fields["issuer_info"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.namespaces) is not None:
            fields["namespaces"] = encode_models(value)
        if (value := self.payment_complements) is not None:
            fields["payment_complements"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.last_balance) is not None:
            fields["last_balance"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.installments) is not None:
            fields["installments"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.automations) is not None:
            fields["automations"] = encode_models(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .client import Client
        from .complement import Complement
        from .global_invoice import GlobalInvoice
        from .invoice_automation import InvoiceAutomation
        from .invoice_cancellation import InvoiceCancellation
        from .invoice_files import InvoiceFiles
        from .invoice_issuer import InvoiceIssuer
        from .invoice_item import InvoiceItem
        from .invoice_namespace import InvoiceNamespace
        from .invoice_stamp import InvoiceStamp
        from .invoice_status import InvoiceStatus
        from .related_document import RelatedDocument

        return {
            "uuid": STRING.always(),
            "id": STRING,
            "client": model(Client),
            "created_at": one_of(NUMBER, STRING, unit="s").always(),
            "currency": STRING,
            "exchange_rate": NUMBER,
            "total": NUMBER,
            "subtotal": NUMBER,
            "taxes": NUMBER,
            "discount": NUMBER,
            "withholding_taxes": NUMBER,
            "series": STRING,
            "folio_number": NUMBER,
            "invoice_type": STRING,
            "use": STRING,
            "payment_form": STRING,
            "payment_method": STRING,
            "payment_conditions": STRING,
            "status": enum(InvoiceStatus),
            "livemode": BOOLEAN,
            "owner": STRING,
            "team": STRING,
            "billing_account": STRING,
            "from": STRING,
            "items": array(model(InvoiceItem)),
            "payments": array(STRING),
            "invoices": array(STRING),
            "stamp": model(InvoiceStamp),
            "cancellation": model(InvoiceCancellation),
            "cancellation_status": STRING,
            "cancellation_receipt": STRING,
            "verification_url": STRING,
            "exports": STRING,
            "addenda": STRING,
            "invoice_pdf_notes": STRING,
            "files": model(InvoiceFiles).as_secret(),
            "idempotency_key": STRING,
            "date": number(INTEGER, unit="ms"),
            "global": model(GlobalInvoice),
            "related_documents": array(model(RelatedDocument)),
            "complements": array(model(Complement)),
            "metadata": OBJECT,
            "emails": array(STRING),
            "issuer_info": model(InvoiceIssuer),
            "namespaces": array(model(InvoiceNamespace)),
            "payment_complements": NUMBER,
            "last_balance": NUMBER,
            "installments": NUMBER,
            "automations": array(model(InvoiceAutomation)),
        }


@cache
def _nested() -> tuple[
    type[Client],
    type[Complement],
    type[GlobalInvoice],
    type[InvoiceAutomation],
    type[InvoiceCancellation],
    type[InvoiceFiles],
    type[InvoiceIssuer],
    type[InvoiceItem],
    type[InvoiceNamespace],
    type[InvoiceStamp],
    type[InvoiceStatus],
    type[RelatedDocument],
]:
    """The classes of nested values, imported when the first object is read."""
    from .client import Client
    from .complement import Complement
    from .global_invoice import GlobalInvoice
    from .invoice_automation import InvoiceAutomation
    from .invoice_cancellation import InvoiceCancellation
    from .invoice_files import InvoiceFiles
    from .invoice_issuer import InvoiceIssuer
    from .invoice_item import InvoiceItem
    from .invoice_namespace import InvoiceNamespace
    from .invoice_stamp import InvoiceStamp
    from .invoice_status import InvoiceStatus
    from .related_document import RelatedDocument

    return (
        Client,
        Complement,
        GlobalInvoice,
        InvoiceAutomation,
        InvoiceCancellation,
        InvoiceFiles,
        InvoiceIssuer,
        InvoiceItem,
        InvoiceNamespace,
        InvoiceStamp,
        InvoiceStatus,
        RelatedDocument,
    )
