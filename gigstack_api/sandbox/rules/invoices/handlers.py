"""The handlers of typed invoices, of all invoices, and of drafts."""

from __future__ import annotations

from ...call import Handler
from . import draft_invoices, invoices, typed_invoices

HANDLERS: dict[str, Handler] = {
    **typed_invoices.HANDLERS,
    **invoices.HANDLERS,
    **draft_invoices.HANDLERS,
}
