"""Shared by all promises: servers, faults, captured logs, results."""
