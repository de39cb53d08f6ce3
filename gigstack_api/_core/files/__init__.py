"""A file in hand, and on its way to the disk."""
