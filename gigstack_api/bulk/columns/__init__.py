"""Recognises the columns of a file, and converts its values to fields of the API."""

from .mapping import ColumnMap, recognise

__all__ = ["ColumnMap", "recognise"]
