# Written by `make generate` from openapi.yaml; never edited.
"""The model `DraftInvoice`."""

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
    from .draft_invoice_preview import DraftInvoicePreview
    from .global_invoice import GlobalInvoice
    from .invoice_automation_type import InvoiceAutomationType
    from .invoice_item import InvoiceItem
    from .invoice_status import InvoiceStatus
    from .related_document import RelatedDocument


class DraftInvoice(Model):
    """A draft (pre-factura): an invoice that was not stamped.

    The example of the docs ends after `status`. Unverified: the fields from `team` on are
    inferred from what can be sent and from the invoices.
    """

    id: str
    """Id of the draft; not a UUID."""
    draft: bool | None
    """True."""
    invoice_type: str | None
    """Type of the CFDI to be."""
    client: Client | None
    """The client, in full. Its `created_at` is in seconds, unlike that of the draft."""
    created_at: int
    """When it was created (Unix milliseconds)."""
    updated_at: int | None
    """When it was last changed (Unix milliseconds)."""
    currency: str | None
    """ISO 4217 code."""
    exchange_rate: float | None
    """Pesos for one unit of the currency."""
    total: float | None
    """Total in currency units."""
    subtotal: float | None
    """Sum before taxes, in currency units."""
    discount: float | None
    """Discount in currency units."""
    series: str | None
    """Series."""
    folio_number: int | None
    """Number within the series; 0 while it is not stamped."""
    use: str | None
    """SAT use of the invoice."""
    payment_form: str | None
    """SAT form of payment."""
    payment_method: str | None
    """SAT method of payment."""
    date: int | None
    """Date of the invoice, a Unix time; 0 in the docs. Unverified: unit taken to be
    milliseconds, as for invoices.
    """
    livemode: bool | None
    """Whether it was made with a live key."""
    owner: str | None
    """Id of the user who owns it."""
    from_: str | None
    """Where it was made, for example `api`."""
    status: InvoiceStatus | str | None
    """Status. Unverified: taken to be `draft`, since the value is cut off in the docs and
    official clients name that one.
    """
    team: str | None
    """Id of its team. Unverified: inferred."""
    items: list[InvoiceItem] | None
    """Line items. Unverified: inferred."""
    metadata: dict[str, Any] | None
    """Keys and values of your own. Unverified: inferred."""
    automation_type: InvoiceAutomationType | str | None
    """Actions of gigstack besides the invoice, for example about its payment. Unverified:
    inferred from what can be sent.
    """
    idempotency_key: str | None
    """Key of your own, taken to make a repeated creation harmless. Unverified: inferred from
    what can be sent.
    """
    complements: list[Complement] | None
    """Complements of the CFDI. Unverified: inferred from what can be sent."""
    related_documents: list[RelatedDocument] | None
    """Invoices this one relates to. Unverified: inferred from what can be sent."""
    global_: GlobalInvoice | None
    """Period of a global invoice. Unverified: inferred from what can be sent."""
    exports: str | None
    """SAT export code. Unverified: inferred from what can be sent."""
    invoice_pdf_notes: str | None
    """Notes printed on the PDF. Unverified: inferred from what can be sent."""
    addenda: str | None
    """Addenda, as XML text. Unverified: inferred from what can be sent."""
    send_email: bool | None
    """Whether PDF and XML are mailed to the client. Unverified: inferred from what can be sent."""
    emails: list[str] | None
    """Further recipients of the mail. Unverified: inferred from what can be sent."""
    preview: str | DraftInvoicePreview | None
    """PDF of the preview in base64, once there is one. Unverified: the name of the field is a
    guess.
    """
    pdf: str | None
    """PDF of the preview in base64, in another likely place. Unverified: the name of the field
    is a guess.
    """

    __slots__ = (
        "id",
        "draft",
        "invoice_type",
        "client",
        "created_at",
        "updated_at",
        "currency",
        "exchange_rate",
        "total",
        "subtotal",
        "discount",
        "series",
        "folio_number",
        "use",
        "payment_form",
        "payment_method",
        "date",
        "livemode",
        "owner",
        "from_",
        "status",
        "team",
        "items",
        "metadata",
        "automation_type",
        "idempotency_key",
        "complements",
        "related_documents",
        "global_",
        "exports",
        "invoice_pdf_notes",
        "addenda",
        "send_email",
        "emails",
        "preview",
        "pdf",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        draft: bool | None = None,
        invoice_type: str | None = None,
        client: Client | None = None,
        created_at: int = ABSENT,
        updated_at: int | None = None,
        currency: str | None = None,
        exchange_rate: float | None = None,
        total: float | None = None,
        subtotal: float | None = None,
        discount: float | None = None,
        series: str | None = None,
        folio_number: int | None = None,
        use: str | None = None,
        payment_form: str | None = None,
        payment_method: str | None = None,
        date: int | None = None,
        livemode: bool | None = None,
        owner: str | None = None,
        from_: str | None = None,
        status: InvoiceStatus | str | None = None,
        team: str | None = None,
        items: list[InvoiceItem] | None = None,
        metadata: dict[str, Any] | None = None,
        automation_type: InvoiceAutomationType | str | None = None,
        idempotency_key: str | None = None,
        complements: list[Complement] | None = None,
        related_documents: list[RelatedDocument] | None = None,
        global_: GlobalInvoice | None = None,
        exports: str | None = None,
        invoice_pdf_notes: str | None = None,
        addenda: str | None = None,
        send_email: bool | None = None,
        emails: list[str] | None = None,
        preview: str | DraftInvoicePreview | None = None,
        pdf: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.draft = draft
        self.invoice_type = invoice_type
        self.client = client
        self.created_at = created_at
        self.updated_at = updated_at
        self.currency = currency
        self.exchange_rate = exchange_rate
        self.total = total
        self.subtotal = subtotal
        self.discount = discount
        self.series = series
        self.folio_number = folio_number
        self.use = use
        self.payment_form = payment_form
        self.payment_method = payment_method
        self.date = date
        self.livemode = livemode
        self.owner = owner
        self.from_ = from_
        self.status = status
        self.team = team
        self.items = items
        self.metadata = metadata
        self.automation_type = automation_type
        self.idempotency_key = idempotency_key
        self.complements = complements
        self.related_documents = related_documents
        self.global_ = global_
        self.exports = exports
        self.invoice_pdf_notes = invoice_pdf_notes
        self.addenda = addenda
        self.send_email = send_email
        self.emails = emails
        self.preview = preview
        self.pdf = pdf
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (
            Client,
            Complement,
            GlobalInvoice,
            InvoiceAutomationType,
            InvoiceItem,
            InvoiceStatus,
            RelatedDocument,
        ) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.draft = take("draft", None)
        instance.invoice_type = take("invoice_type", None)
        instance.client = (
            Client.from_dict(value) if is_object(value := take("client", None)) else value
        )
        instance.created_at = take("created_at", None)
        instance.updated_at = take("updated_at", None)
        instance.currency = take("currency", None)
        instance.exchange_rate = take("exchange_rate", None)
        instance.total = take("total", None)
        instance.subtotal = take("subtotal", None)
        instance.discount = take("discount", None)
        instance.series = take("series", None)
        instance.folio_number = take("folio_number", None)
        instance.use = take("use", None)
        instance.payment_form = take("payment_form", None)
        instance.payment_method = take("payment_method", None)
        instance.date = take("date", None)
        instance.livemode = take("livemode", None)
        instance.owner = take("owner", None)
        instance.from_ = take("from", None)
        instance.status = InvoiceStatus.of(take("status", None))
        instance.team = take("team", None)
        instance.items = (
            [InvoiceItem.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("items", None))
            else value
        )
        instance.metadata = take("metadata", None)
        instance.automation_type = InvoiceAutomationType.of(take("automation_type", None))
        instance.idempotency_key = take("idempotency_key", None)
        instance.complements = (
            [Complement.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("complements", None))
            else value
        )
        instance.related_documents = (
            [RelatedDocument.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("related_documents", None))
            else value
        )
        instance.global_ = (
            GlobalInvoice.from_dict(value) if is_object(value := take("global", None)) else value
        )
        instance.exports = take("exports", None)
        instance.invoice_pdf_notes = take("invoice_pdf_notes", None)
        instance.addenda = take("addenda", None)
        instance.send_email = take("send_email", None)
        instance.emails = take("emails", None)
        instance.preview = cls.read_field("preview", take("preview", None))
        instance.pdf = take("pdf", None)
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
        if (value := self.draft) is not None:
            fields["draft"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.invoice_type) is not None:
            fields["invoice_type"] = value if type(value) is str else enum_text(value)
        if (value := self.client) is not None:
            fields["client"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.created_at) is not ABSENT:
            fields["created_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.updated_at) is not None:
            fields["updated_at"] = value if (type(value) is int) else needs_conversion()
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
        if (value := self.discount) is not None:
            fields["discount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.series) is not None:
            fields["series"] = value if type(value) is str else enum_text(value)
        if (value := self.folio_number) is not None:
            fields["folio_number"] = value if (type(value) is int) else needs_conversion()
        if (value := self.use) is not None:
            fields["use"] = value if type(value) is str else enum_text(value)
        if (value := self.payment_form) is not None:
            fields["payment_form"] = value if type(value) is str else enum_text(value)
        if (value := self.payment_method) is not None:
            fields["payment_method"] = value if type(value) is str else enum_text(value)
        if (value := self.date) is not None:
            fields["date"] = value if (type(value) is int) else needs_conversion()
        if (value := self.livemode) is not None:
            fields["livemode"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.owner) is not None:
            fields["owner"] = value if type(value) is str else enum_text(value)
        if (value := self.from_) is not None:
            fields["from"] = value if type(value) is str else enum_text(value)
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.team) is not None:
            fields["team"] = value if type(value) is str else enum_text(value)
        if (value := self.items) is not None:
            fields["items"] = encode_models(value)
        if self.metadata is not None:
            needs_conversion()
        if (value := self.automation_type) is not None:
            fields["automation_type"] = value if type(value) is str else enum_text(value)
        if (value := self.idempotency_key) is not None:
            fields["idempotency_key"] = value if type(value) is str else enum_text(value)
        if (value := self.complements) is not None:
            fields["complements"] = encode_models(value)
        if (value := self.related_documents) is not None:
            fields["related_documents"] = encode_models(value)
        if (value := self.global_) is not None:
            fields["global"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.exports) is not None:
            fields["exports"] = value if type(value) is str else enum_text(value)
        if (value := self.invoice_pdf_notes) is not None:
            fields["invoice_pdf_notes"] = value if type(value) is str else enum_text(value)
        if (value := self.addenda) is not None:
            fields["addenda"] = value if type(value) is str else enum_text(value)
        if (value := self.send_email) is not None:
            fields["send_email"] = value if (type(value) is bool) else needs_conversion()
        if self.emails is not None:
            needs_conversion()
        if self.preview is not None:
            needs_conversion()
        if (value := self.pdf) is not None:
            fields["pdf"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .client import Client
        from .complement import Complement
        from .draft_invoice_preview import DraftInvoicePreview
        from .global_invoice import GlobalInvoice
        from .invoice_automation_type import InvoiceAutomationType
        from .invoice_item import InvoiceItem
        from .invoice_status import InvoiceStatus
        from .related_document import RelatedDocument

        return {
            "id": STRING.always(),
            "draft": BOOLEAN,
            "invoice_type": STRING,
            "client": model(Client),
            "created_at": number(INTEGER, unit="ms").always(),
            "updated_at": number(INTEGER, unit="ms"),
            "currency": STRING,
            "exchange_rate": NUMBER,
            "total": NUMBER,
            "subtotal": NUMBER,
            "discount": NUMBER,
            "series": STRING,
            "folio_number": INTEGER,
            "use": STRING,
            "payment_form": STRING,
            "payment_method": STRING,
            "date": number(INTEGER, unit="ms"),
            "livemode": BOOLEAN,
            "owner": STRING,
            "from": STRING,
            "status": enum(InvoiceStatus),
            "team": STRING,
            "items": array(model(InvoiceItem)),
            "metadata": OBJECT,
            "automation_type": enum(InvoiceAutomationType),
            "idempotency_key": STRING,
            "complements": array(model(Complement)),
            "related_documents": array(model(RelatedDocument)),
            "global": model(GlobalInvoice),
            "exports": STRING,
            "invoice_pdf_notes": STRING,
            "addenda": STRING,
            "send_email": BOOLEAN,
            "emails": array(STRING),
            "preview": one_of(STRING, model(DraftInvoicePreview)),
            "pdf": STRING.as_secret(),
        }


@cache
def _nested() -> tuple[
    type[Client],
    type[Complement],
    type[GlobalInvoice],
    type[InvoiceAutomationType],
    type[InvoiceItem],
    type[InvoiceStatus],
    type[RelatedDocument],
]:
    """The classes of nested values, imported when the first object is read."""
    from .client import Client
    from .complement import Complement
    from .global_invoice import GlobalInvoice
    from .invoice_automation_type import InvoiceAutomationType
    from .invoice_item import InvoiceItem
    from .invoice_status import InvoiceStatus
    from .related_document import RelatedDocument

    return (
        Client,
        Complement,
        GlobalInvoice,
        InvoiceAutomationType,
        InvoiceItem,
        InvoiceStatus,
        RelatedDocument,
    )
