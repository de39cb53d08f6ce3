# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.invoices`, one module each."""
