"""Checks of the texts that a CFDI carries: their length, and the character that none may have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .findings import Finding, violations

LENGTHS = {
    "legal_name": 300,
    "description": 1000,
    "sku": 100,
    "unit_name": 20,
    "series": 25,
}
"""The most characters of each text, by the schema of CFDI 4.0."""
REQUIRED = {"legal_name", "description"}
"""The texts that a CFDI cannot leave out; an empty one of the others is the same as none."""


def check_texts(values: Mapping[str, Any]) -> list[Finding]:
    """The findings of the texts among these fields. Spaces at the ends do not count."""
    found: list[Finding] = []
    for name, most in LENGTHS.items():
        if not isinstance(text := values.get(name), str):
            continue
        written = " ".join(text.split())
        holds = {
            (name, "text_empty"): bool(written) or name not in REQUIRED,
            (name, "text_too_long"): len(written) <= most,
            (name, "text_pipe"): "|" not in written,
        }
        found += violations(holds)
    return found
