"""Recognises the columns of a file, and converts its values to fields of the API."""

from .mapping import ColumnMap, column_named, recognise
from .paths import Resource

__all__ = ["ColumnMap", "Resource", "column_named", "recognise"]
