"""Fiscal checks before anything is sent: what the SAT would have against it, and what items add up
to. Pure.

Each check gives findings and stops nothing; `Gigstack(checks="warn")` and `checks="error"` make
them before each call.
"""

from ..errors import Finding
from .amounts import TaxTotal, Totals, totals
from .cancellations import check_cancellation
from .clients import check_client
from .invoices import check_invoice
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
