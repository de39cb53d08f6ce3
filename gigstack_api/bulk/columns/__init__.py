"""Recognises the columns of a file, and converts its values to fields of the API."""

from .mapping import ColumnMap, recognise
from .paths import Resource

__all__ = ["ColumnMap", "Resource", "recognise"]
