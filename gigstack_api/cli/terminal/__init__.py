"""What the terminal shows: lines, tables, progress and JSON."""
