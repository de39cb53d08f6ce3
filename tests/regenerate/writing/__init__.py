"""How documents become the code of a package."""
