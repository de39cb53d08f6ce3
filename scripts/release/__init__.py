"""A release: its version and changelog, its files, and the proofs that they work."""
