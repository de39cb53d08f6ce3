# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.egress_invoices`, one module each."""
