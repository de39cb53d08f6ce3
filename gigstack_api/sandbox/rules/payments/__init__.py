"""Payments: requests, registration, collection, refunds, and the automations they start."""
