"""CFDI of retentions: their totals, their files, their cancellation."""
