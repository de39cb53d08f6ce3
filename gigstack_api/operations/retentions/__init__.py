# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.retentions`, one module each."""
