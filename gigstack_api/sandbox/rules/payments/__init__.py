"""Payments: requested, registered, collected, refunded, and what they set off once they are paid."""
