# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""Relationship: c_TipoRelacion of the SAT. Pure."""

from .code import Code


class Relationship(Code):
    """How an invoice relates to earlier ones."""

    CREDIT_NOTE = (
        "01",
        "Nota de crédito de los documentos relacionados",
        "Credit note for the related documents",
    )
    """01 Nota de crédito de los documentos relacionados · Credit note for the related documents."""
    DEBIT_NOTE = (
        "02",
        "Nota de débito de los documentos relacionados",
        "Debit note for the related documents",
    )
    """02 Nota de débito de los documentos relacionados · Debit note for the related documents."""
    RETURN_OF_GOODS = (
        "03",
        "Devolución de mercancía sobre facturas o traslados previos",
        "Return of goods on earlier invoices or transfers",
    )
    """03 Devolución de mercancía sobre facturas o traslados previos ·
    Return of goods on earlier invoices or transfers."""
    SUBSTITUTION = "04", "Sustitución de los CFDI previos", "Replacement of the earlier CFDI"
    """04 Sustitución de los CFDI previos · Replacement of the earlier CFDI."""
    TRANSFER_OF_INVOICED_GOODS = (
        "05",
        "Traslados de mercancías facturados previamente",
        "Transfer of goods invoiced before",
    )
    """05 Traslados de mercancías facturados previamente · Transfer of goods invoiced before."""
    INVOICE_OF_TRANSFERS = (
        "06",
        "Factura generada por los traslados previos",
        "Invoice that comes from earlier transfers",
    )
    """06 Factura generada por los traslados previos · Invoice that comes from earlier transfers."""
    ADVANCE_APPLICATION = (
        "07",
        "CFDI por aplicación de anticipo",
        "Application of an advance payment",
    )
    """07 CFDI por aplicación de anticipo · Application of an advance payment."""
    PARTIAL_PAYMENTS = (
        "08",
        "Factura generada por pagos en parcialidades",
        "Invoice that comes from payments in parts",
        "3.3",
    )
    """08 Factura generada por pagos en parcialidades ·
    Invoice that comes from payments in parts. CFDI 4.0 does not have it."""
    DEFERRED_PAYMENTS = (
        "09",
        "Factura generada por pagos diferidos",
        "Invoice that comes from deferred payments",
        "3.3",
    )
    """09 Factura generada por pagos diferidos ·
    Invoice that comes from deferred payments. CFDI 4.0 does not have it."""
