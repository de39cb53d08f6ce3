"""Specs in the styles of public APIs, each turned into a package that is called."""
