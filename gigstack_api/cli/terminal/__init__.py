"""Lines, tables, progress and JSON in the terminal."""
