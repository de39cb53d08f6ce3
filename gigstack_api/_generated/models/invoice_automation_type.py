# Written by `make generate` from openapi.yaml; never edited.
"""The enum `InvoiceAutomationType`."""

from gigstack_api._core.schema.enums import OpenEnum


class InvoiceAutomationType(OpenEnum):
    """Documents that gigstack makes besides an invoice. An open set."""

    PAYMENT = "payment"
    PAYMENT_AND_COMPLEMENT = "payment_and_complement"
    NONE = "none"
    PUE_INVOICE = "pue_invoice"
    PPD_INVOICE_AND_COMPLEMENT = "ppd_invoice_and_complement"
