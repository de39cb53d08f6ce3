# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""Tax: c_Impuesto of the SAT."""

from .code import Code


class Tax(Code):
    """A tax, by the SAT's number. The `type` of a tax in the API is its name: `Tax.IVA.name`."""

    ISR = "001", "ISR", "Income tax"
    """001 ISR · Income tax."""
    IVA = "002", "IVA", "Value added tax"
    """002 IVA · Value added tax."""
    IEPS = "003", "IEPS", "Excise"
    """003 IEPS · Excise."""
