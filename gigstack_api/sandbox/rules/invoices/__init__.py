"""CFDI invoices and drafts: stamping, files, balances and cancellation."""
