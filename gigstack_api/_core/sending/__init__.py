"""One call carried out: prepared, attempted, judged, read."""
