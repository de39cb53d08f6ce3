"""The promises of scripts/generate.py and scripts/templates, tested on specs of a few lines."""
