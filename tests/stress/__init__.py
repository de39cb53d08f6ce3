"""Puts the promises of the SDK to the test, under faults, with figures: `make torture`."""
