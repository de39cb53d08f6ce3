"""How specs are read, brought into one form, compared, and turned into code."""
