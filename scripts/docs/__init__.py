"""The documentation: its pages, the checks of its programs, and the site that is made of it."""
