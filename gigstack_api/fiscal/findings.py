"""How the checks tell what they found. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from ..errors import Finding
from .rules import RULES


def found(path: str, code: str) -> Finding:
    """The finding of a rule at a place."""
    rule = RULES[code]
    return Finding(path, code, rule.severity, rule.text_es, rule.text_en)


def broken(holds: Mapping[tuple[str, str], bool]) -> list[Finding]:
    """The findings of the rules, by path and code, that do not hold."""
    return [found(path, code) for (path, code), held in holds.items() if not held]


def within(path: str, findings: Iterable[Finding]) -> list[Finding]:
    """The same findings, of a value that stands at `path` in another."""
    return [evolve(each, path=f"{path}.{each.path}") for each in findings]
