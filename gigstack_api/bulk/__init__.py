"""Bulk work: rows of files in, one result per row out.

Each name is loaded on first use.
"""

from typing import TYPE_CHECKING

from .._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from .columns import ColumnMap as ColumnMap
    from .columns import recognise as recognise
    from .errors import BadFileError as BadFileError
    from .errors import RowError as RowError
    from .results import Progress as Progress
    from .results import RowResult as RowResult
    from .rows import Row as Row
    from .rows import RowFile as RowFile
    from .rows import open_rows as open_rows
    from .rows.writing import RowWriter as RowWriter
    from .rows.writing import kinds_of as kinds_of
    from .rows.writing import open_writer as open_writer
