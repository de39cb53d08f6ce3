"""Recognises the columns of a file, and converts its values to fields of the API."""

from .mapping import ColumnMap
from .paths import Resource
from .recognising import recognise

__all__ = ["ColumnMap", "Resource", "recognise"]
