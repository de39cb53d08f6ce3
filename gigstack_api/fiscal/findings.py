"""Builds the findings of checks from the table of rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from ..errors import Finding
from .rules import RULES


def finding(path: str, code: str) -> Finding:
    """The finding of a rule at a path."""
    rule = RULES[code]
    return Finding(path, code, rule.severity, rule.text_es, rule.text_en)


def violations(holds: Mapping[tuple[str, str], bool]) -> list[Finding]:
    """The findings of all rules that do not hold.

    Args:
        holds: Whether each rule holds, by path and code.
    """
    return [finding(path, code) for (path, code), is_met in holds.items() if not is_met]


def nested(path: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a value, with the path of that value put before theirs."""
    return [evolve(found, path=f"{path}.{found.path}") for found in findings]
