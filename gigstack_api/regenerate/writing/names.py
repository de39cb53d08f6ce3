"""The Python names of fields and arguments in generated code. Pure."""

from __future__ import annotations

from keyword import iskeyword


class NotAName(Exception):
    """A name that could be code, or becomes another one in a class. Its text is the name."""


def attribute_name(wire: str) -> str:
    """The name of an API field: its own, with an underscore after a keyword.

    Raises:
        NotAName: it is not an identifier, or begins with an underscore.
    """
    if not wire.isidentifier() or wire.startswith("_"):
        raise NotAName(wire)
    return f"{wire}_" if iskeyword(wire) else wire
