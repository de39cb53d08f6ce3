"""Docstrings taken apart: what they say, their sections, and the notes of our research. Pure."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping

from attrs import frozen

SECTION = re.compile(
    r"^(Args|Attributes|Returns|Raises|Repetition|Operation|Docs|Costs|Example): ?(.*)$"
)
ENTRY = re.compile(r"^(?:\*\*)?(\w+)(?: \([^)]*\))?: ?(.*)$")
NOTE = re.compile(r"\b(?=(?:Unverified|Settled): )")
LIST = re.compile(r"^(?:[-|]|\d+\. )")


@frozen
class Docstring:
    """A docstring: its first paragraph, the others, and its sections."""

    summary: str
    rest: tuple[str, ...]
    sections: Mapping[str, str]

    def entries(self, section: str) -> dict[str, str]:
        """The entries of a section (`name: text`), in order."""
        found: dict[str, str] = {}
        name = ""
        for line in self.sections.get(section, "").splitlines():
            entry = ENTRY.match(line)
            if entry and not line.startswith(" "):
                name = entry[1]
                found[name] = entry[2]
            elif name:
                found[name] = f"{found[name]} {line.strip()}".strip()
        return found


def parse(text: str | None) -> Docstring:
    """The parts of a docstring."""
    body: list[str] = []
    sections: dict[str, list[str]] = {}
    into = body
    for line in inspect.cleandoc(text or "").splitlines():
        if begin := SECTION.match(line):
            into = sections.setdefault(begin[1], [begin[2]])
        elif into is not body and line and not line.startswith(" "):
            if into[0]:  # `Repetition: ...` goes on without indentation
                into.append(line)
            else:
                body.append(line)
                into = body
        else:
            into.append(line)
    paragraphs = [joined(part) for part in re.split(r"\n\s*\n", "\n".join(body).strip()) if part]
    return Docstring(
        summary=paragraphs[0] if paragraphs else "",
        rest=tuple(paragraphs[1:]),
        sections={name: inspect.cleandoc("\n".join(lines)) for name, lines in sections.items()},
    )


def joined(paragraph: str) -> str:
    """A paragraph in one line; lists, tables and code stay lines."""
    lines = paragraph.splitlines()
    if any(LIST.match(line) or line.startswith("    ") for line in lines):
        return paragraph
    return " ".join(line.strip() for line in lines)


def without_notes(text: str) -> str:
    """A text without the notes of our research."""
    return NOTE.split(text, maxsplit=1)[0].strip()


def notes(text: str) -> list[str]:
    """The notes of our research on a text: `Settled: ...`, `Unverified: ...`."""
    return [note.strip() for note in NOTE.split(text)[1:]]
