"""Invoices for many teams with one Connect key, from a queue in Redis."""
