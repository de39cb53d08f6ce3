# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""FactorType: c_TipoFactor of the SAT. Pure."""

from .code import Code


class FactorType(Code):
    """How the rate of a tax is applied (`factor`)."""

    TASA = "Tasa", "Tasa", "Rate: a fraction of the base"
    """Tasa Tasa · Rate: a fraction of the base."""
    CUOTA = "Cuota", "Cuota", "Fixed amount a unit"
    """Cuota Cuota · Fixed amount a unit."""
    EXENTO = "Exento", "Exento", "Exempt: no rate"
    """Exento Exento · Exempt: no rate."""
