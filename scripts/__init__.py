"""Tools of the project; no part of the package."""
