"""Responses: the value, the drift, or the error that a reply stands for."""
