# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamEmailSettings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING, array
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from collections.abc import Sequence


class TeamEmailSettings(Model):
    """E-mails of a team: who gets copies, what is not mailed, and texts.

    Samples of answers show `invoices_bcc`, `avoid_invoice_emails`,
    `avoid_test_invoice_emails` and `avoid_receipts_emails`.
    """

    invoices_bcc: list[str] | None
    """E-mail addresses that get a blind copy of invoices."""
    payments_bcc: list[str] | None
    """E-mail addresses that get a blind copy of payments."""
    receipts_bcc: list[str] | None
    """E-mail addresses that get a blind copy of receipts."""
    avoid_invoice_emails: bool | None
    """Whether invoices are not mailed."""
    avoid_test_invoice_emails: bool | None
    """Whether invoices of test mode are not mailed."""
    avoid_receipts_emails: bool | None
    """Whether receipts are not mailed."""
    avoid_foreign_receipts_emails: bool | None
    """Whether foreign receipts are not mailed."""
    invoice_body: str | None
    """Text of the e-mail for invoices."""
    invoice_subject: str | None
    """Subject of the e-mail for invoices."""
    complement_body: str | None
    """Text of the e-mail for complements."""
    complement_subject: str | None
    """Subject of the e-mail for complements."""
    credit_note_body: str | None
    """Text of the e-mail for credit notes."""
    credit_note_subject: str | None
    """Subject of the e-mail for credit notes."""
    payment_body: str | None
    """Text of the e-mail for payments."""
    payment_subject: str | None
    """Subject of the e-mail for payments."""
    receipt_body: str | None
    """Text of the e-mail for receipts."""
    receipt_subject: str | None
    """Subject of the e-mail for receipts."""
    receipt_reminder_body: str | None
    """Text of the e-mail for reminders of receipts."""
    receipt_reminder_subject: str | None
    """Subject of the e-mail for reminders of receipts."""

    __slots__ = (
        "invoices_bcc",
        "payments_bcc",
        "receipts_bcc",
        "avoid_invoice_emails",
        "avoid_test_invoice_emails",
        "avoid_receipts_emails",
        "avoid_foreign_receipts_emails",
        "invoice_body",
        "invoice_subject",
        "complement_body",
        "complement_subject",
        "credit_note_body",
        "credit_note_subject",
        "payment_body",
        "payment_subject",
        "receipt_body",
        "receipt_subject",
        "receipt_reminder_body",
        "receipt_reminder_subject",
    )

    def __init__(
        self,
        *,
        invoices_bcc: Sequence[str] | None = None,
        payments_bcc: Sequence[str] | None = None,
        receipts_bcc: Sequence[str] | None = None,
        avoid_invoice_emails: bool | None = None,
        avoid_test_invoice_emails: bool | None = None,
        avoid_receipts_emails: bool | None = None,
        avoid_foreign_receipts_emails: bool | None = None,
        invoice_body: str | None = None,
        invoice_subject: str | None = None,
        complement_body: str | None = None,
        complement_subject: str | None = None,
        credit_note_body: str | None = None,
        credit_note_subject: str | None = None,
        payment_body: str | None = None,
        payment_subject: str | None = None,
        receipt_body: str | None = None,
        receipt_subject: str | None = None,
        receipt_reminder_body: str | None = None,
        receipt_reminder_subject: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.invoices_bcc = invoices_bcc  # type: ignore[assignment]  # written as an argument, read as an answer
        self.payments_bcc = payments_bcc  # type: ignore[assignment]  # written as an argument, read as an answer
        self.receipts_bcc = receipts_bcc  # type: ignore[assignment]  # written as an argument, read as an answer
        self.avoid_invoice_emails = avoid_invoice_emails
        self.avoid_test_invoice_emails = avoid_test_invoice_emails
        self.avoid_receipts_emails = avoid_receipts_emails
        self.avoid_foreign_receipts_emails = avoid_foreign_receipts_emails
        self.invoice_body = invoice_body
        self.invoice_subject = invoice_subject
        self.complement_body = complement_body
        self.complement_subject = complement_subject
        self.credit_note_body = credit_note_body
        self.credit_note_subject = credit_note_subject
        self.payment_body = payment_body
        self.payment_subject = payment_subject
        self.receipt_body = receipt_body
        self.receipt_subject = receipt_subject
        self.receipt_reminder_body = receipt_reminder_body
        self.receipt_reminder_subject = receipt_reminder_subject
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.invoices_bcc = take("invoices_bcc", None)
        instance.payments_bcc = take("payments_bcc", None)
        instance.receipts_bcc = take("receipts_bcc", None)
        instance.avoid_invoice_emails = take("avoid_invoice_emails", None)
        instance.avoid_test_invoice_emails = take("avoid_test_invoice_emails", None)
        instance.avoid_receipts_emails = take("avoid_receipts_emails", None)
        instance.avoid_foreign_receipts_emails = take("avoid_foreign_receipts_emails", None)
        instance.invoice_body = take("invoice_body", None)
        instance.invoice_subject = take("invoice_subject", None)
        instance.complement_body = take("complement_body", None)
        instance.complement_subject = take("complement_subject", None)
        instance.credit_note_body = take("credit_note_body", None)
        instance.credit_note_subject = take("credit_note_subject", None)
        instance.payment_body = take("payment_body", None)
        instance.payment_subject = take("payment_subject", None)
        instance.receipt_body = take("receipt_body", None)
        instance.receipt_subject = take("receipt_subject", None)
        instance.receipt_reminder_body = take("receipt_reminder_body", None)
        instance.receipt_reminder_subject = take("receipt_reminder_subject", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if self.invoices_bcc is not None:
            needs_conversion()
        if self.payments_bcc is not None:
            needs_conversion()
        if self.receipts_bcc is not None:
            needs_conversion()
        if (value := self.avoid_invoice_emails) is not None:
            fields["avoid_invoice_emails"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.avoid_test_invoice_emails) is not None:
            fields["avoid_test_invoice_emails"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.avoid_receipts_emails) is not None:
            fields["avoid_receipts_emails"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.avoid_foreign_receipts_emails) is not None:
            fields["avoid_foreign_receipts_emails"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.invoice_body) is not None:
            fields["invoice_body"] = value if type(value) is str else enum_text(value)
        if (value := self.invoice_subject) is not None:
            fields["invoice_subject"] = value if type(value) is str else enum_text(value)
        if (value := self.complement_body) is not None:
            fields["complement_body"] = value if type(value) is str else enum_text(value)
        if (value := self.complement_subject) is not None:
            fields["complement_subject"] = value if type(value) is str else enum_text(value)
        if (value := self.credit_note_body) is not None:
            fields["credit_note_body"] = value if type(value) is str else enum_text(value)
        if (value := self.credit_note_subject) is not None:
            fields["credit_note_subject"] = value if type(value) is str else enum_text(value)
        if (value := self.payment_body) is not None:
            fields["payment_body"] = value if type(value) is str else enum_text(value)
        if (value := self.payment_subject) is not None:
            fields["payment_subject"] = value if type(value) is str else enum_text(value)
        if (value := self.receipt_body) is not None:
            fields["receipt_body"] = value if type(value) is str else enum_text(value)
        if (value := self.receipt_subject) is not None:
            fields["receipt_subject"] = value if type(value) is str else enum_text(value)
        if (value := self.receipt_reminder_body) is not None:
            fields["receipt_reminder_body"] = value if type(value) is str else enum_text(value)
        if (value := self.receipt_reminder_subject) is not None:
            fields["receipt_reminder_subject"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "invoices_bcc": array(STRING),
            "payments_bcc": array(STRING),
            "receipts_bcc": array(STRING),
            "avoid_invoice_emails": BOOLEAN,
            "avoid_test_invoice_emails": BOOLEAN,
            "avoid_receipts_emails": BOOLEAN,
            "avoid_foreign_receipts_emails": BOOLEAN,
            "invoice_body": STRING,
            "invoice_subject": STRING,
            "complement_body": STRING,
            "complement_subject": STRING,
            "credit_note_body": STRING,
            "credit_note_subject": STRING,
            "payment_body": STRING,
            "payment_subject": STRING,
            "receipt_body": STRING,
            "receipt_subject": STRING,
            "receipt_reminder_body": STRING,
            "receipt_reminder_subject": STRING,
        }
