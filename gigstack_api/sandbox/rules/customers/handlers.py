"""The handlers of clients and services."""

from __future__ import annotations

from ...call import Handler
from . import clients, services

HANDLERS: dict[str, Handler] = {
    **clients.HANDLERS,
    **services.HANDLERS,
}
