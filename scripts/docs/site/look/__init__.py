"""Looks at the built site in a real browser: `python -m scripts.docs.site.look`."""
