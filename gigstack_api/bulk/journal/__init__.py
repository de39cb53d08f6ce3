"""Remembers in one SQLite file which rows of a run are done, so that another run can go on."""

from .journal import Counts, Journal

__all__ = ["Counts", "Journal"]
