"""Receipts: created, expired by the clock, stamped to an invoice, cancelled."""
