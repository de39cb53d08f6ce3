# Written by `make generate` from openapi.yaml; never edited.
"""The models and the resources of the API. Nothing in here does I/O."""
