# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""PaymentMethod: c_MetodoPago of the SAT. Pure."""

from .code import Code


class PaymentMethod(Code):
    """Whether an invoice is paid at once (`payment_method`)."""

    PUE = "PUE", "Pago en una sola exhibición", "Paid at once, in one amount"
    """PUE Pago en una sola exhibición · Paid at once, in one amount."""
    PPD = "PPD", "Pago en parcialidades o diferido", "Paid in parts or later"
    """PPD Pago en parcialidades o diferido · Paid in parts or later."""
