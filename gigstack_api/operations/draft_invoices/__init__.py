# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.draft_invoices`, one module each."""
