"""Every rule that a check can report: one table, read by the checks and by the sandbox.

The codes of the SAT are those of its matrix of errors of CFDI 4.0, and 301 for its schema.
"""

from __future__ import annotations

from collections.abc import Mapping

from .documents import DOCUMENTS
from .lines import LINES
from .receivers import RECEIVERS
from .rule import Rule

RULES: Mapping[str, Rule] = {**RECEIVERS, **LINES, **DOCUMENTS}
"""The rules by the code of their findings."""

__all__ = ["RECEIVERS", "RULES", "Rule"]
