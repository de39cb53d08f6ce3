"""Findings about pages, collected while they are read."""

from __future__ import annotations

from attrs import define, field

from ..findings import Finding


@define
class Notes:
    """The findings of a run, each once."""

    found: dict[Finding, None] = field(factory=dict[Finding, None])

    def add(self, place: str, problem: str, remedy: str = "") -> None:
        """Adds a finding."""
        self.found.setdefault(Finding(place, problem, remedy))
