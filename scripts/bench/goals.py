"""Rows of figures, and whether they reach their goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from attrs import asdict, field, frozen


@frozen(kw_only=True)
class Check:
    """A goal for a ratio or a figure, and the measured value. `unit` is empty for a ratio."""

    text: str
    found: float
    at_least: float | None = None
    at_most: float | None = None
    unit: str = ""

    @property
    def met(self) -> bool:
        """Whether the goal is reached by the measured figure, not the rounded one."""
        enough = self.at_least is None or self.found >= self.at_least
        return enough and (self.at_most is None or self.found <= self.at_most)

    @property
    def shown(self) -> str:
        """The rounded figure."""
        return f"{self.found:.2f}{f' {self.unit}' if self.unit else ' x'}"


@frozen(kw_only=True)
class Row:
    """One measurement: figures by peer, in one unit, with goals. `note` explains it; `absent` gives
    the reason for each missing peer.
    """

    what: str
    unit: str
    figures: Mapping[str, float]
    checks: Sequence[Check] = ()
    absent: Mapping[str, str] = field(factory=dict[str, str])
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        """The row as plain data."""
        checks = [{**asdict(check), "met": check.met} for check in self.checks]
        return {**asdict(self), "checks": checks}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Row:
        """The row that `as_json` gave."""
        checks = [
            Check(**{name: value for name, value in check.items() if name != "met"})
            for check in data["checks"]
        ]
        fields: dict[str, Any] = {**data, "checks": checks}
        return cls(**fields)


def ratio(samples: Mapping[str, Sequence[float]], one: str, other: str) -> float:
    """The median of the ratios of samples measured side by side."""
    return median(mine / theirs for mine, theirs in zip(samples[one], samples[other], strict=True))


def against(
    samples: Mapping[str, Sequence[float]], ours: str, goals: Mapping[str, tuple[str, float]]
) -> tuple[Check, ...]:  # fmt: skip
    """The goals of one peer against others.

    Args:
        samples: The samples of each peer.
        ours: The name of the peer.
        goals: By the name of another peer, "at least" or "at most" with the bound of the ratio.
    """
    checks: list[Check] = []
    for other, (side, bound) in goals.items():
        if ours in samples and other in samples:
            found = ratio(samples, ours, other)
            least, most = (bound, None) if side == "at least" else (None, bound)
            checks.append(
                Check(
                    text=f"{ours}: {side} {bound:g} x {other}",
                    found=found,
                    at_least=least,
                    at_most=most,
                )
            )
    return tuple(checks)
