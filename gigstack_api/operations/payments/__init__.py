# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.payments`, one module each."""
