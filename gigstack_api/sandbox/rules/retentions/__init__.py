"""CFDI of retentions: totals, stamping, files and cancellation."""
