"""Sends rows to the API: clients, services and invoices, one result per row."""

from .faces import import_clients, import_invoices, import_services
from .reports import write_report
from .run import Import
from .stop import Stop
from .terms import ImportOptions, RunOptions

__all__ = [
    "Import",
    "ImportOptions",
    "RunOptions",
    "Stop",
    "import_clients",
    "import_invoices",
    "import_services",
    "write_report",
]
