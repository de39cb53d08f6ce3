"""Receipts: creation, expiry, stamping and cancellation."""
