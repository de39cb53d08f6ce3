# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SettingsPeriodicity`."""

from gigstack_api._core.schema.enums import OpenEnum


class SettingsPeriodicity(OpenEnum):
    """How often a global invoice is made.

    Words of the settings, not the SAT codes of an invoice.
    """

    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"
    TWO_MONTHS = "two_months"
