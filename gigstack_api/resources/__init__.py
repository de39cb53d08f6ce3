"""Handwritten additions to the generated resources."""
