"""Formats the rows as text, as a Markdown table, and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from .goals import Row

WIDTH = 50


def lines_of(row: Row) -> Iterator[str]:
    """The lines of a row: the figures of each peer, then each goal with its result."""
    figures = "  ".join(f"{name} {_shown(figure)}" for name, figure in row.figures.items())
    yield f"{row.what} ({row.unit})"
    yield f"    {figures}"
    yield from (
        f"    {check.text:<{WIDTH}} {check.shown:>12}  {_verdict(check.met)}"
        for check in row.checks
    )
    yield from (f"    {name}: not available: {reason}" for name, reason in row.absent.items())
    if row.note:
        yield f"    {row.note}"


def as_markdown(
    rows: Sequence[Row], facts: Mapping[str, Any], words: Callable[[str], str] = str
) -> str:
    """The facts of the run and the rows, as in docs/en/guides/performance.md.

    Args:
        rows: The measurements.
        facts: What is known of the run, by name.
        words: What a text of the table is in the language of the page.
    """
    summary = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in facts.items())
    lines = [summary, "", "| what | goal | measured | result | figures |", "|---|---|---:|---|---|"]
    for row in rows:
        figures = ", ".join(f"{name} {_shown(figure)}" for name, figure in row.figures.items())
        figures += "".join(
            f"; {name}: not available ({reason})" for name, reason in row.absent.items()
        )
        for index, check in enumerate(row.checks):
            what, all_figures = ("", "") if index else (row.what, f"{figures} {row.unit}")
            verdict = _verdict(check.met)
            lines.append(f"| {what} | {check.text} | {check.shown} | {verdict} | {all_figures} |")
    lines += ["", *(f"- {row.what}: {row.note}" for row in rows if row.note)]
    return "\n".join(map(words, lines))


def as_json(rows: Sequence[Row], **facts: Any) -> dict[str, Any]:
    """All figures and the facts of the run."""
    return {**facts, "rows": [row.as_json() for row in rows]}


def missed(rows: Sequence[Row]) -> list[str]:
    """A line for each missed goal."""
    return [
        f"{row.what}: {check.text}, measured {check.shown}"
        for row in rows
        for check in row.checks
        if not check.met
    ]


def _verdict(met: bool) -> str:
    return "met" if met else "MISSED"


def _shown(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"
