"""The findings of checks, built from the table of rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import evolve, frozen

from .rules import RULES


@frozen
class Finding:
    """A problem that a check found in a value. It quotes nothing of the value.

    Args:
        path: Where the value is: `items[3].taxes[0].rate`.
        code: Short name of the rule, which never changes.
        severity: "error" where the SAT refuses the document, "warning" where it may, or where the
            value is unlikely.
        text_es: What is wrong, in Spanish.
        text_en: What is wrong, in English.
        sat: The code of the SAT's matrix of errors, 301 for its schema; None if it has no code.
    """

    path: str
    code: str
    severity: Literal["error", "warning"]
    text_es: str
    text_en: str
    sat: str | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.text_en} ({self.code})"


def finding(path: str, code: str) -> Finding:
    """The finding of a rule at a path."""
    rule = RULES[code]
    return Finding(path, code, rule.severity, rule.text_es, rule.text_en, rule.sat)


def violations(holds: Mapping[tuple[str, str], bool]) -> list[Finding]:
    """The findings of all rules that do not hold.

    Args:
        holds: Whether each rule holds, by path and code.
    """
    return [finding(path, code) for (path, code), is_met in holds.items() if not is_met]


def nested(path: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a value, with the path of that value put before theirs."""
    return [evolve(found, path=f"{path}.{found.path}") for found in findings]
