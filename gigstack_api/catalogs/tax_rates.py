# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""TAX_RATES: c_TasaOCuota of the SAT."""

from decimal import Decimal

from .rate import TaxRate

TAX_RATES = (
    TaxRate("IVA", "Tasa", Decimal(0), Decimal(0), transferred=True, withheld=False),
    TaxRate("IVA", "Tasa", Decimal("0.08"), Decimal("0.08"), transferred=True, withheld=False),
    TaxRate("IVA", "Tasa", Decimal("0.16"), Decimal("0.16"), transferred=True, withheld=False),
    TaxRate("IVA", "Tasa", Decimal(0), Decimal("0.16"), transferred=False, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.265"), Decimal("0.265"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.3"), Decimal("0.3"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.53"), Decimal("0.53"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.5"), Decimal("0.5"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("1.6"), Decimal("1.6"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.304"), Decimal("0.304"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.25"), Decimal("0.25"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.09"), Decimal("0.09"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.08"), Decimal("0.08"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.07"), Decimal("0.07"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.06"), Decimal("0.06"), transferred=True, withheld=True),
    TaxRate("IEPS", "Tasa", Decimal("0.03"), Decimal("0.03"), transferred=True, withheld=False),
    TaxRate("IEPS", "Tasa", Decimal(0), Decimal(0), transferred=True, withheld=False),
    TaxRate("IEPS", "Cuota", Decimal(0), Decimal("72.1605"), transferred=True, withheld=True),
    TaxRate("ISR", "Tasa", Decimal(0), Decimal("0.35"), transferred=False, withheld=True),
)
"""The rates that CFDI 4.0 allows, fixed ones and ranges."""
