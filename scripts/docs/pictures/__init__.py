"""The pictures of the documentation, each made by a command: `make pictures`, or names of some."""
