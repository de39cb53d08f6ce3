"""Measurements: they print figures, and are never asserted."""
