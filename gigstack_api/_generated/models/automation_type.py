# Written by `make generate` from openapi.yaml; never edited.
"""The enum `AutomationType`."""

from gigstack_api._core.schema.enums import OpenEnum


class AutomationType(OpenEnum):
    """Automation to run once a payment is paid.

    Send pue_invoice, ppd_invoice_and_complement or none; the other values are older names.
    Payments that come from a processor follow the default of the team.
    """

    PUE_INVOICE = "pue_invoice"
    PPD_INVOICE_AND_COMPLEMENT = "ppd_invoice_and_complement"
    NONE = "none"
    PAYMENT = "payment"
    PAYMENT_AND_COMPLEMENT = "payment_and_complement"
    RECEIPT = "receipt"
    STAMP_INVOICE = "stamp_invoice"
