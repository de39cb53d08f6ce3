"""The rows as lines for the terminal, as a table for the docs, as JSON. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .goals import Row

WIDE = 46


def lines_of(row: Row) -> Iterator[str]:
    """The lines of a row: the figures of each peer, then each goal with what came."""
    figures = "  ".join(f"{name} {_shown(figure)}" for name, figure in row.figures.items())
    yield f"{row.what} ({row.unit})"
    yield f"    {figures}"
    yield from (
        f"    {check.text:<{WIDE}} {check.shown:>12}  {_verdict(check.met)}" for check in row.checks
    )
    yield from (f"    {name}: not available: {reason}" for name, reason in row.absent.items())
    if row.note:
        yield f"    {row.note}"


def as_markdown(rows: Sequence[Row]) -> str:
    """The table of the docs."""
    told = ["| what | goal | came | | figures |", "|---|---|---:|---|---|"]
    for row in rows:
        figures = ", ".join(f"{name} {_shown(figure)}" for name, figure in row.figures.items())
        figures += "".join(
            f"; {name}: not available ({reason})" for name, reason in row.absent.items()
        )
        for index, check in enumerate(row.checks):
            first = (f"{row.what}", f"{figures} {row.unit}") if index == 0 else ("", "")
            told.append(
                f"| {first[0]} | {check.text} | {check.shown} | {_verdict(check.met)} | {first[1]} |"
            )
    return "\n".join([*told, "", *(f"- {row.what}: {row.note}" for row in rows if row.note)])


def as_json(rows: Sequence[Row], **facts: Any) -> dict[str, Any]:
    """All figures and what they were measured with."""
    return {**facts, "rows": [row.as_json() for row in rows]}


def missed(rows: Sequence[Row]) -> list[str]:
    """The goals that were missed, in words."""
    return [
        f"{row.what}: {check.text}, came {check.shown}"
        for row in rows
        for check in row.checks
        if not check.met
    ]


def _verdict(met: bool) -> str:
    return "met" if met else "MISSED"


def _shown(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"
