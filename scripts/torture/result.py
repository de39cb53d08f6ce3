"""What became of one promise: its figures, and how it was broken, if it was. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import field, frozen

Count: TypeAlias = int | float | str


@frozen(kw_only=True)
class Result:
    """The figures of a promise in the order they are shown. `broken` says in words what did not
    hold; nothing if all did.
    """

    promise: str
    counts: Mapping[str, Count] = field(factory=dict[str, Count])
    broken: tuple[str, ...] = ()


def told(result: Result, *, took_s: float) -> str:
    """The result as lines of text."""
    verdict = "BROKEN" if result.broken else "kept"
    wide = max((len(name) for name in result.counts), default=0)
    lines = [f"{result.promise}: {verdict} ({took_s:.0f} s)"]
    lines += [f"  {name:<{wide}}  {_shown(count):>12}" for name, count in result.counts.items()]
    lines += [f"  ! {reason}" for reason in result.broken]
    return "\n".join(lines)


def as_markdown(results: Iterable[Result]) -> str:
    """The results as a table for the docs."""
    rows = ["| promise | what was counted | figure |", "|---|---|---:|"]
    for result in results:
        for index, (name, count) in enumerate(result.counts.items()):
            rows.append(
                f"| {'' if index else f'**{result.promise}**'} | {name} | {_shown(count)} |"
            )
    return "\n".join(rows)


def _shown(count: Count) -> str:
    if isinstance(count, float):
        return f"{count:,.3f}"
    return f"{count:,}" if isinstance(count, int) else count
