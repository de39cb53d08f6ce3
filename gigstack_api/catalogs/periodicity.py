# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""Periodicity: c_Periodicidad of the SAT."""

from .code import Code


class Periodicity(Code):
    """The period that a global invoice covers.

    Settings and receipts have their own words (`day`, `week`, ...).
    """

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
