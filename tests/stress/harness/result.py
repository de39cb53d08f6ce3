"""The result of a promise: its figures, and how it was broken, if it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import field, frozen

Count: TypeAlias = int | float | str

HEAD = """# Figures of the stress run

Written by `make torture` (`python -m tests.stress --record`); do not edit. The promises behind the
figures are explained in [Reliability](../guides/reliability.md).
"""


@frozen(kw_only=True)
class Result:
    """The figures of a promise, in the order they are printed. `broken` describes each failure; it
    is empty if the promise was kept.
    """

    promise: str
    counts: Mapping[str, Count] = field(factory=dict[str, Count])
    broken: tuple[str, ...] = ()


def as_text(result: Result, *, took_s: float) -> str:
    """The result as lines of text."""
    verdict = "BROKEN" if result.broken else "kept"
    width = max((len(name) for name in result.counts), default=0)
    lines = [f"{result.promise}: {verdict} ({took_s:.0f} s)"]
    lines += [f"  {name:<{width}}  {_format(count):>12}" for name, count in result.counts.items()]
    lines += [f"  ! {reason}" for reason in result.broken]
    return "\n".join(lines)


def as_page(results: Iterable[Result], *, seed: int, scale: float = 1.0) -> str:
    """The results as docs/en/inside/figures.md."""
    run = f"seed {seed}" if scale == 1 else f"seed {seed}, scale {scale:g}"
    return f"{HEAD}\nRecorded with {run}.\n\n{as_markdown(results)}\n"


def as_markdown(results: Iterable[Result]) -> str:
    """The results as a Markdown table."""
    rows = ["| promise | what was counted | figure |", "|---|---|---:|"]
    for result in results:
        for index, (name, count) in enumerate(result.counts.items()):
            promise = "" if index else f"**{result.promise}**"
            rows.append(f"| {promise} | {name} | {_format(count)} |")
    return "\n".join(rows)


def _format(count: Count) -> str:
    if isinstance(count, float):
        return f"{count:,.3f}"
    return f"{count:,}" if isinstance(count, int) else count
