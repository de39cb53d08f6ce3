"""The fiscal checks of a row before it is sent."""

from __future__ import annotations

from typing import Any, Literal

from ..._core.operations.operation import Operation
from ...errors import FiscalError
from ...fiscal.checks import CHECKS
from ...fiscal.findings import Finding

RowChecks = Literal["off", "warn", "error"]


def findings_of(operation: Operation[Any], checks: RowChecks) -> list[Finding]:
    """The findings about a row that may be sent nevertheless.

    Raises:
        FiscalError: the SAT would refuse it, and `checks` is "error".
    """
    check = CHECKS.get(operation.route.name)
    if checks == "off" or check is None:
        return []
    findings = sorted(check(operation.body or {}), key=lambda finding: finding.severity)
    if checks == "error" and any(finding.severity == "error" for finding in findings):
        raise FiscalError(operation.route.name, findings)
    return findings
