"""Reads openapi.yaml, checks it against the rules of this project, makes examples from it."""
