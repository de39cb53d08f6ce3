# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""TaxObject: c_ObjetoImp of the SAT."""

from .code import Code


class TaxObject(Code):
    """Whether a line item is subject to taxes."""

    NOT_SUBJECT = "01", "No objeto de impuesto", "Not subject to tax"
    """01 No objeto de impuesto · Not subject to tax."""
    SUBJECT = "02", "Sí objeto de impuesto", "Subject to tax"
    """02 Sí objeto de impuesto · Subject to tax."""
    SUBJECT_WITHOUT_BREAKDOWN = (
        "03",
        "Sí objeto del impuesto y no obligado al desglose",
        "Subject to tax, no breakdown needed",
    )
    """03 Sí objeto del impuesto y no obligado al desglose · Subject to tax, no breakdown needed."""
    SUBJECT_WITHOUT_TAX = (
        "04",
        "Sí objeto del impuesto y no causa impuesto",
        "Subject to tax, but no tax is due",
    )
    """04 Sí objeto del impuesto y no causa impuesto · Subject to tax, but no tax is due."""
    SUBJECT_WITH_PODEBI_CREDIT = (
        "05",
        "Sí objeto del impuesto, IVA crédito PODEBI",
        "Subject to tax, IVA credited by PODEBI",
    )
    """05 Sí objeto del impuesto, IVA crédito PODEBI · Subject to tax, IVA credited by PODEBI."""
    SUBJECT_TO_IVA_NOT_TRANSFERRED = (
        "06",
        "Sí objeto del IVA, No traslado IVA",
        "Subject to IVA, not transferred",
    )
    """06 Sí objeto del IVA, No traslado IVA · Subject to IVA, not transferred."""
    IEPS_WITHOUT_IVA = (
        "07",
        "No traslado del IVA, Sí desglose IEPS",
        "IVA is not transferred, IEPS is broken down",
    )
    """07 No traslado del IVA, Sí desglose IEPS · IVA is not transferred, IEPS is broken down."""
    NEITHER_IVA_NOR_IEPS = (
        "08",
        "No traslado del IVA, No desglose IEPS",
        "IVA is not transferred, IEPS is not broken down",
    )
    """08 No traslado del IVA, No desglose IEPS ·
    IVA is not transferred, IEPS is not broken down."""
