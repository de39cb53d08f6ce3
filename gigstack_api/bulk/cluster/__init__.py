"""Imports on several processes and machines, with Dask distributed (extra `distributed`)."""

from .opening import open_workers
from .workers import Workers

__all__ = ["Workers", "open_workers"]
