"""Shared by the other rules: money, lists, merging, idempotency keys, files, RFCs."""
