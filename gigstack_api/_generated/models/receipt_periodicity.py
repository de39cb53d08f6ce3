# Written by `make generate` from openapi.yaml; never edited.
"""The enum `ReceiptPeriodicity`."""

from gigstack_api._core.schema.enums import OpenEnum


class ReceiptPeriodicity(OpenEnum):
    """How long a receipt can be invoiced. Not the SAT periodicity of a global invoice."""

    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"
    TWO_MONTHS = "two_months"
