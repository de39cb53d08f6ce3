"""Many calls as one list."""
