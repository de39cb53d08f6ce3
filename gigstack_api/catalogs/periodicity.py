# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""Periodicity: c_Periodicidad of the SAT. Pure."""

from .code import Code


class Periodicity(Code):
    """How long a period a global invoice covers. Settings and receipts have words of their own (`day`, `week`, ...)."""

    DAILY = "01", "Diario", "Daily"
    """01 Diario · Daily."""
    WEEKLY = "02", "Semanal", "Weekly"
    """02 Semanal · Weekly."""
    FORTNIGHTLY = "03", "Quincenal", "Every half month"
    """03 Quincenal · Every half month."""
    MONTHLY = "04", "Mensual", "Monthly"
    """04 Mensual · Monthly."""
    BIMONTHLY = "05", "Bimestral", "Every two months"
    """05 Bimestral · Every two months."""
