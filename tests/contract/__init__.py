"""The spec and the generated calls: do they say the same."""
