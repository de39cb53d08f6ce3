"""Fiscal checks before anything is sent, and the totals that items add up to.

A check returns findings and raises nothing. `Gigstack(checks="warn")` and `checks="error"` run the
checks before each call.
"""

from .amounts import Totals, totals
from .cancellations import check_cancellation
from .clients import check_client
from .findings import Finding
from .invoices import check_invoice
from .lines import TaxTotal
from .rules import RULES
from .taxpayers import check_rfc

__all__ = [
    "RULES",
    "Finding",
    "TaxTotal",
    "Totals",
    "check_cancellation",
    "check_client",
    "check_invoice",
    "check_rfc",
    "totals",
]
