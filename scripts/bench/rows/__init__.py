"""The rows of the bench, by topic: what is measured, and the goals."""
