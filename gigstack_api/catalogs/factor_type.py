# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""FactorType: c_TipoFactor of the SAT."""

from .code import Code


class FactorType(Code):
    """How the rate of a tax is applied (`factor`)."""

    TASA = "Tasa", "Tasa", "Rate: a fraction of the base"
    """Tasa Tasa · Rate: a fraction of the base."""
    CUOTA = "Cuota", "Cuota", "Fixed amount per unit"
    """Cuota Cuota · Fixed amount per unit."""
    EXENTO = "Exento", "Exento", "Exempt: no rate"
    """Exento Exento · Exempt: no rate."""
