"""Reads the rows of CSV, Excel, JSON Lines and Parquet files lazily, and writes them."""

from .reading import RowFile, open_rows
from .row import Row

__all__ = ["Row", "RowFile", "open_rows"]
