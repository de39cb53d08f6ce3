"""A report as text for a terminal, as Markdown, as data, and as lines of a changelog. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import yaml

from ..document import Node
from .changes import Level
from .reports import Entry, Report

TITLES = {
    Level.BREAKING: "Breaking",
    Level.DEPRECATED: "Deprecated",
    Level.ADDED: "Added",
    Level.CHANGED: "Changed",
    Level.TEXT: "Texts and examples only",
}
COLOURS = {
    Level.BREAKING: "31",
    Level.DEPRECATED: "33",
    Level.ADDED: "32",
    Level.CHANGED: "36",
    Level.TEXT: "2",
}
SECTIONS = ("Added", "Changed", "Deprecated", "Removed", "Fixed")
"""The sections of a changelog, in the order of Keep a Changelog."""

MANY = 10
"""How many names that are only typed differently a changelog lists."""

MOST_FILES = 6
"""Files of tests and handlers that are named for one operation."""

FIXES = (
    *("replay-changed", "envelope-changed", "paging-changed", "deadline-changed", "fact-changed"),
    *("idempotency-key-changed", "unit-changed"),
)
"""Rules about facts. They say how we read the API and not what it does, so a change mends them."""


def to_terminal(report: Report, *, colours: bool = False) -> str:
    """A report as text; coloured if the terminal can show it."""

    def heading(level: Level) -> str:
        text = TITLES[level]
        return f"\033[{COLOURS[level]};1m{text}\033[0m" if colours else text

    lines = [summary(report)]
    for level in Level:
        entries = [entry for entry in report.entries if entry.level == level]
        if entries:
            lines += ["", heading(level)]
        for entry in entries:
            lines.append(f"  {entry.line}{_doubt(entry)}")
            if level != Level.TEXT:
                lines.append(f"      {_details(entry, report)}")
    for title, texts in _parts(report):
        lines += ["", title, *(f"  {line}" for text in texts for line in text.splitlines())]
    return "\n".join(lines) + "\n"


def to_markdown(report: Report) -> str:
    """A report as a page."""
    lines = ["# Changes of the spec", "", summary(report)]
    for level in Level:
        entries = [entry for entry in report.entries if entry.level == level]
        if not entries:
            continue
        lines += ["", f"## {TITLES[level]}", ""]
        if level == Level.TEXT:
            lines += [f"- {entry.line}" for entry in entries]
            continue
        lines += ["| change | HTTP | Python | place |", "|---|---|---|---|"]
        lines += [
            f"| {_cell(entry.line + _doubt(entry))} | {_http(entry)} | {_python(entry, report)} "
            f"| `{entry.change.place if entry.change else ''}` |"
            for entry in entries
        ]
    for title, texts in _parts(report):
        lines += ["", f"## {title}", ""]
        code = title.startswith("To keep")
        lines += ["```yaml", *texts, "```"] if code else [f"- {text}" for text in texts]
    return "\n".join(lines) + "\n"


def to_changelog(entries: Sequence[Entry]) -> dict[str, list[str]]:
    """The lines of a changelog by section; changes of texts alone are not listed."""
    found: dict[str, list[str]] = {section: [] for section in SECTIONS}
    retyped: list[str] = []
    moved = [entry for entry in entries if entry.level != Level.TEXT]
    for entry in entries:
        if entry.level == Level.TEXT:
            continue
        mark = "**Breaking:** " if entry.python == Level.BREAKING else ""
        line = f"- {mark}{entry.line}."
        lines = found[_section(entry, is_followed=_follows(entry, moved))]
        if entry.change is None and entry.api[0].what == "type":
            retyped.append(line)
        elif line not in lines:
            lines.append(line)
    if len(retyped) > MANY:
        more = len(retyped) - MANY
        retyped[MANY:] = [f"- {more} other arguments and fields are typed differently."]
    found["Changed"] += retyped
    return {section: lines for section, lines in found.items() if lines}


def summary(report: Report) -> str:
    """The number of changes of each level in one line."""
    counts = {level: report.count(level) for level in Level}
    names = {Level.TEXT: "of texts only"}
    found = [f"{count} {names.get(level, level)}" for level, count in counts.items() if count]
    return " · ".join(found) or "Nothing changed."


def _section(entry: Entry, *, is_followed: bool) -> str:
    rule = entry.change.id if entry.change else entry.api[0].what
    if entry.change is None and rule in {"added", "removed"}:
        return rule.capitalize()
    if (
        rule.endswith("-removed")
        and not rule.endswith("format-removed")
        and entry.level in {Level.BREAKING, Level.CHANGED}
    ):
        return "Removed"
    if rule.endswith(FIXES) and "value-fact" not in rule and not is_followed:
        return "Fixed"
    level = entry.change.level if entry.change else entry.level
    return {Level.ADDED: "Added", Level.DEPRECATED: "Deprecated"}.get(level, "Changed")


def _follows(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether the same operations changed in another way, so that their facts had to."""
    mine = {*(entry.change.operations if entry.change else ())}
    return any(
        not mine.isdisjoint(other.change.operations)
        for other in entries
        if other.change is not None and not other.change.id.endswith(FIXES)
    )


def _doubt(entry: Entry) -> str:
    sure = entry.change.confidence if entry.change else 1.0
    return "" if sure == 1.0 else f" (probably: {round(sure * 100)} %)"


def _http(entry: Entry) -> str:
    return entry.change.level.value if entry.change else "-"


def _python(entry: Entry, report: Report) -> str:
    if not report.compared_packages:
        return "?"
    return entry.python.value if entry.python else "-"


def _details(entry: Entry, report: Report) -> str:
    change = entry.change
    parts = [f"{change.place} [{change.id}]", f"HTTP: {change.level}"] if change else []
    if report.compared_packages:
        names = ", ".join(f"{one.name} {one.what}" for one in entry.api[:4])
        more = f" and {len(entry.api) - 4} more" if len(entry.api) > 4 else ""
        parts.append(f"Python: {_python(entry, report)}{f' ({names}{more})' if names else ''}")
    return " · ".join(parts)


def _parts(report: Report) -> Iterator[tuple[str, list[str]]]:
    """The parts of a report behind its changes, those that have something to say."""
    parts: list[tuple[str, list[str]]] = [
        ("Overlay actions that select nothing", [*report.unmatched]),
        ("Overlay actions that change nothing", [*report.idle]),
        ("Facts that were guessed", [str(guess) for guess in report.guesses]),
        ("Notes on the spec", [str(note) for note in report.notes]),
        ("Generated files that changed", [*report.files]),
        (
            "Tests and handlers of the sandbox to look at",
            [f"`{one.method}`: {_some([*one.handlers, *one.tests])}" for one in report.touched],
        ),
        (
            "To keep the old names for one release, add these actions to the overlay",
            [to_yaml(report.aliases)] if report.aliases else [],
        ),
    ]
    yield from ((title, texts) for title, texts in parts if texts)


def _some(files: Sequence[str]) -> str:
    more = f" and {len(files) - MOST_FILES} more" if len(files) > MOST_FILES else ""
    return f"{', '.join(files[:MOST_FILES])}{more}"


def to_yaml(actions: Iterable[Node]) -> str:
    """Overlay actions as an overlay file has them."""
    text: str = yaml.safe_dump(  # pyright: ignore[reportUnknownMemberType]
        [*actions], allow_unicode=True, sort_keys=False, width=100, default_flow_style=False
    )
    return text.rstrip()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
