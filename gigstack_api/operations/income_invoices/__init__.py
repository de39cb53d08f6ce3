# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.income_invoices`, one module each."""
