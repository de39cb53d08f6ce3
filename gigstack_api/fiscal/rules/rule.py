"""A rule: how severe its violation is, the SAT's code for it, and its texts."""

from __future__ import annotations

from typing import Literal

from attrs import frozen


@frozen
class Rule:
    """The severity and the texts of the findings of a rule.

    Args:
        severity: "error" where the SAT refuses the document, else "warning".
        sat: The code that the SAT and its PACs answer with: one of the matrix of errors of CFDI
            4.0, or 301 where the schema refuses the document. None if it has no code.
        text_es: What is wrong and what to do, in Spanish.
        text_en: The same in English.
    """

    severity: Literal["error", "warning"]
    sat: str | None
    text_es: str
    text_en: str
