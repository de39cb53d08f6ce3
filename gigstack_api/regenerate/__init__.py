"""Writes the code of a client from an OpenAPI document."""
