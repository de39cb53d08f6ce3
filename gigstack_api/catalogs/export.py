# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""Export: c_Exportacion of the SAT."""

from .code import Code


class Export(Code):
    """Whether an invoice is for an export."""

    NOT_APPLICABLE = "01", "No aplica", "Not an export"
    """01 No aplica · Not an export."""
    DEFINITIVE_A1 = "02", "Definitiva con clave A1", "Definitive export with customs code A1"
    """02 Definitiva con clave A1 · Definitive export with customs code A1."""
    TEMPORARY = "03", "Temporal", "Temporary export"
    """03 Temporal · Temporary export."""
    DEFINITIVE_OTHER = (
        "04",
        "Definitiva con clave distinta a A1 o cuando no existe enajenación en términos del CFF",
        "Definitive export with another customs code, or without a sale as defined by"
        " the fiscal code (CFF)",
    )
    """04 Definitiva con clave distinta a A1 o cuando no existe enajenación en términos del CFF ·
    Definitive export with another customs code, or without a sale as defined by the fiscal
    code (CFF)."""
