"""Exports lists of the API to files, and the PDF and XML of invoices to folders."""

from .exporting import Export, ExportSummary, export
from .files import export_files
from .resources import EXPORTED, ExportedResource

__all__ = [
    "EXPORTED",
    "Export",
    "ExportSummary",
    "ExportedResource",
    "export",
    "export_files",
]
