# Written by `make generate` from openapi.yaml; never edited.
"""Everything that knows the endpoints of the API and does no I/O."""
