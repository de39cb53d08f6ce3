"""Reads the rows of CSV, Excel, JSON Lines and Parquet files lazily, and writes them."""

from .opening import open_rows
from .row import Row
from .row_file import RowFile

__all__ = ["Row", "RowFile", "open_rows"]
