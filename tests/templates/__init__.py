"""What scripts/templates and scripts/generate.py promise, on specs of a few lines."""
