"""Pagination: many calls as one list."""
