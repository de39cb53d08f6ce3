"""Promise 11: an import whose workers are killed ends like one that is left alone."""
