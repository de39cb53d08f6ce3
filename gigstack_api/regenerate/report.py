"""The result of a run of the command, for the terminal and as Markdown. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .findings import Finding

if TYPE_CHECKING:
    from .regenerating import Checked, Written

PARTS = {
    "spec": "the spec",
    "overlay": "the overlays",
    "document": "the document that they give",
    "gigstack_api": "the version of gigstack_api",
    "generator": "the version of openapi-python-client",
    "templates": "the templates or the options of the generator",
    "formatter": "the version of ruff",
    "result": "the code",
}


def written_lines(written: Written, folder: str) -> list[str]:
    """The lines about a package that was written."""
    use = f"from {written.package} import {written.class_name}"
    first = f"Wrote {written.modules} modules to {folder}: `{use}`."
    return [first, *_listed("Changed for users", written.changes), *_notes(written.notes)]


def checked_lines(checked: Checked, folder: str) -> list[str]:
    """The lines about a package that was compared."""
    if not checked.moved:
        return [f"{folder} is what the spec gives. Nothing moved.", *_notes(checked.notes)]
    moved = ", ".join(PARTS[name] for name in checked.moved)
    return [
        f"{folder} is not what the spec gives. Moved: {moved}.",
        *(f"- {line}" for line in checked.files),
        *_notes(checked.notes),
    ]


def markdown(spec: str, lines: Sequence[str]) -> str:
    """The lines as a Markdown document."""
    return "\n".join([f"# Regeneration from {spec}", "", *lines]) + "\n"


def _notes(notes: Sequence[Finding]) -> Iterator[str]:
    """The notes, each once, below a heading."""
    return _listed("To know", [str(note) for note in dict.fromkeys(notes)])


def _listed(heading: str, lines: Sequence[str]) -> Iterator[str]:
    """Lines below a heading with their number; nothing if there are none."""
    if lines:
        yield ""
        yield f"{heading} ({len(lines)}):"
        yield from (f"- {line}" for line in lines)
