# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.sat_download`, one module each."""
