# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""PaymentMethod: c_MetodoPago of the SAT."""

from .code import Code


class PaymentMethod(Code):
    """Whether an invoice is paid at once (`payment_method`)."""

    PUE = "PUE", "Pago en una sola exhibición", "Paid at once, in one payment"
    """PUE Pago en una sola exhibición · Paid at once, in one payment."""
    PPD = "PPD", "Pago en parcialidades o diferido", "Paid in parts, or later"
    """PPD Pago en parcialidades o diferido · Paid in parts, or later."""
