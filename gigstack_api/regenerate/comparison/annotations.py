"""Which annotation has room for all that another one has. Pure."""

from __future__ import annotations

COVARIANT = ("Sequence", "Pager", "Mapping", "Required", "list")
"""Types that have room for what the type in their brackets has; a list is taken for a sequence."""


def covers(wide: str, narrow: str) -> bool:
    """Whether one type has room for all of another. A number takes an int."""
    wide_parts = _union(wide)
    for part in _union(narrow):
        outer, _, inner = part.partition("[")
        rooms = [one.partition("[")[2] for one in wide_parts if one.startswith(f"{outer}[")]
        nested = (
            inner and outer in COVARIANT and any(covers(room[:-1], inner[:-1]) for room in rooms)
        )
        is_number = part == "int" and "float" in wide_parts
        if part not in wide_parts and not nested and not is_number:
            return False
    return True


def _union(annotation: str) -> set[str]:
    """The types of a union."""
    depth = 0
    parts = [""]
    for letter in annotation.replace(" | ", "|"):
        depth += (letter == "[") - (letter == "]")
        if letter == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return {*parts}
