# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.payment_complements`, one module each."""
