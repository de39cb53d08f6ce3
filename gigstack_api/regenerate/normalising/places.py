"""Names of components that a spec gives no name, from the place where they stand. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable

from ..names import class_name


def component_name(words: Iterable[str], taken: Container[str]) -> str:
    """A class name that no other component has: `ClientAddress`, then `ClientAddress2`."""
    wanted = class_name(" ".join(words))
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}{number}", number + 1
    return found
