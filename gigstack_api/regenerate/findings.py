"""Faults of a spec and notes about it, in words that its author understands."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen


@frozen
class Finding:
    """A sentence about one place of a spec.

    `place` is the path to it, with the file first if the spec has several:
    `paths./clients.get.parameters[2]`. `remedy` says what to do.
    """

    place: str
    problem: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.problem} {self.remedy}".rstrip()


class UnusableSpec(Exception):
    """A spec from which no code can be written. Its text is one line for each finding."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


def refuse(place: str, problem: str, remedy: str = "") -> UnusableSpec:
    """The refusal of a spec for one reason."""
    return UnusableSpec([Finding(place, problem, remedy)])
