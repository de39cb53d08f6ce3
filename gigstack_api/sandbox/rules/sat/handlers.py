"""The handlers of mass download, of mirrored invoices, and of the SAT lists."""

from __future__ import annotations

from ...call import Handler
from . import sat_download, sat_invoices, sat_lists

HANDLERS: dict[str, Handler] = {
    **sat_download.HANDLERS,
    **sat_invoices.HANDLERS,
    **sat_lists.HANDLERS,
}
