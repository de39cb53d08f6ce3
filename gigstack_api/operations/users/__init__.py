# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.users`, one module each."""
