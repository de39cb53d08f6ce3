# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamEmailSettings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING, array
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from collections.abc import Sequence


class TeamEmailSettings(Model, kw_only=True):
    """E-mails of a team: who gets copies, what is not mailed, and texts."""

    invoices_bcc: list[str] | None = None
    """E-mail addresses that get a blind copy of invoices."""
    payments_bcc: list[str] | None = None
    """E-mail addresses that get a blind copy of payments."""
    receipts_bcc: list[str] | None = None
    """E-mail addresses that get a blind copy of receipts."""
    avoid_invoice_emails: bool | None = None
    """Whether invoices are not mailed."""
    avoid_test_invoice_emails: bool | None = None
    """Whether invoices of test mode are not mailed."""
    avoid_receipts_emails: bool | None = None
    """Whether receipts are not mailed."""
    avoid_foreign_receipts_emails: bool | None = None
    """Whether foreign receipts are not mailed."""
    invoice_body: str | None = None
    """Text of the e-mail for invoices."""
    invoice_subject: str | None = None
    """Subject of the e-mail for invoices."""
    complement_body: str | None = None
    """Text of the e-mail for complements."""
    complement_subject: str | None = None
    """Subject of the e-mail for complements."""
    credit_note_body: str | None = None
    """Text of the e-mail for credit notes."""
    credit_note_subject: str | None = None
    """Subject of the e-mail for credit notes."""
    payment_body: str | None = None
    """Text of the e-mail for payments."""
    payment_subject: str | None = None
    """Subject of the e-mail for payments."""
    receipt_body: str | None = None
    """Text of the e-mail for receipts."""
    receipt_subject: str | None = None
    """Subject of the e-mail for receipts."""
    receipt_reminder_body: str | None = None
    """Text of the e-mail for reminders of receipts."""
    receipt_reminder_subject: str | None = None
    """Subject of the e-mail for reminders of receipts."""

    if TYPE_CHECKING:

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
            additional_properties: dict[str, Any] = ...,
        ) -> None: ...

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
