"""Bulk work: rows in, one result per row out. `sync` does it in one call.

Each name is loaded on first use.
"""

from typing import TYPE_CHECKING

from .._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from .cluster import Workers as Workers
    from .cluster import open_workers as open_workers
    from .columns import ColumnMap as ColumnMap
    from .columns import recognise as recognise
    from .errors import BadFileError as BadFileError
    from .errors import RowError as RowError
    from .exports import Export as Export
    from .exports import ExportSummary as ExportSummary
    from .exports import export as export
    from .exports import export_files as export_files
    from .imports import Import as Import
    from .imports import ImportOptions as ImportOptions
    from .imports import RunOptions as RunOptions
    from .imports import Stop as Stop
    from .imports import import_clients as import_clients
    from .imports import import_invoices as import_invoices
    from .imports import import_services as import_services
    from .imports import write_report as write_report
    from .journal import Counts as Counts
    from .journal import Journal as Journal
    from .results import Progress as Progress
    from .results import RowResult as RowResult
    from .rows import Row as Row
    from .rows import RowFile as RowFile
    from .rows import open_rows as open_rows
    from .rows.writing import RowWriter as RowWriter
    from .rows.writing import kinds_of as kinds_of
    from .rows.writing import open_writer as open_writer
    from .syncing import Summary as Summary
    from .syncing import sync as sync
