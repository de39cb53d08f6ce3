"""Conversations of a client with a host as bytes, each with its one right outcome."""
