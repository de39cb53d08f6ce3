"""The peers, with their default settings. Not type-checked: their packages are in a separate
environment.
"""
