"""Recognises the columns of a file, and converts its values to fields of the API."""

from .mapping import ColumnMap
from .paths import Resource
from .recognising import column_named, recognise

__all__ = ["ColumnMap", "Resource", "column_named", "recognise"]
