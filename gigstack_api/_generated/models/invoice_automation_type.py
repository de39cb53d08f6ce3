# Written by `make generate` from openapi.yaml; never edited.
"""The enum `InvoiceAutomationType`."""

from gigstack_api._core.schema.enums import OpenEnum


class InvoiceAutomationType(OpenEnum):
    """Documents gigstack makes besides an invoice.

    Sources disagree, so the set is open: the create page sends `pue_invoice`, a value of
    payments; the guide lists `payment`, `payment_and_complement` and `none`; official clients
    know `payment` and `none`.
    """

    PAYMENT = "payment"
    PAYMENT_AND_COMPLEMENT = "payment_and_complement"
    NONE = "none"
    PUE_INVOICE = "pue_invoice"
    PPD_INVOICE_AND_COMPLEMENT = "ppd_invoice_and_complement"
