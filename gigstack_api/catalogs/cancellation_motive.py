# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""CancellationMotive: motivo de cancelación of the SAT."""

from .code import Code


class CancellationMotive(Code):
    """Why an invoice is cancelled (`motive`)."""

    ERRORS_WITH_RELATION = (
        "01",
        "Comprobante emitido con errores con relación",
        "Issued with errors and replaced by another CFDI (its UUID is needed)",
    )
    """01 Comprobante emitido con errores con relación ·
    Issued with errors and replaced by another CFDI (its UUID is needed)."""
    ERRORS_WITHOUT_RELATION = (
        "02",
        "Comprobante emitido con errores sin relación",
        "Issued with errors and not replaced",
    )
    """02 Comprobante emitido con errores sin relación · Issued with errors and not replaced."""
    NOT_CARRIED_OUT = "03", "No se llevó a cabo la operación", "The operation did not take place"
    """03 No se llevó a cabo la operación · The operation did not take place."""
    IN_GLOBAL_INVOICE = (
        "04",
        "Operación nominativa relacionada en una factura global",
        "The operation was in a global invoice first and now has its own",
    )
    """04 Operación nominativa relacionada en una factura global ·
    The operation was in a global invoice first and now has its own."""
