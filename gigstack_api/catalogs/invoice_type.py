# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""InvoiceType: c_TipoDeComprobante of the SAT."""

from .code import Code


class InvoiceType(Code):
    """The kind of document that a CFDI is (`invoice_type`)."""

    INCOME = "I", "Ingreso", "Income"
    """I Ingreso · Income."""
    EGRESS = "E", "Egreso", "Egress: credit notes"
    """E Egreso · Egress: credit notes."""
    TRANSFER = "T", "Traslado", "Transfer of goods"
    """T Traslado · Transfer of goods."""
    PAYROLL = "N", "Nómina", "Payroll"
    """N Nómina · Payroll."""
    PAYMENT = "P", "Pago", "Payment"
    """P Pago · Payment."""
