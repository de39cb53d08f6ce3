"""Writes rows to CSV, Excel, JSON Lines and Parquet files: batch by batch, resumable, atomic."""

from .kinds import Kind, kinds_of
from .writer import RowWriter, open_writer

__all__ = ["Kind", "RowWriter", "kinds_of", "open_writer"]
