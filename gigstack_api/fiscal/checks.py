"""The checks that a client runs before it sends a call, and what it does with the findings."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Literal, TypeAlias

from .._core.operations.operation import Operation
from ..errors import ConfigurationError, FiscalError, FiscalWarning
from .cancellations import check_cancellation
from .clients import check_client
from .findings import Finding, nested
from .invoices import check_invoice
from .items import check_item

Checks: TypeAlias = Literal["warn", "error"]
PACKAGE = __name__.partition(".")[0]


def _check_cancellation(body: Mapping[str, Any]) -> Iterable[Finding]:
    return check_cancellation(body.get("motive"), substitution_uuid=body.get("substitution_uuid"))


def _check_client_of(body: Mapping[str, Any]) -> Iterable[Finding]:
    return nested("client", check_client(body.get("client") or {}))


_check_incomplete = partial(check_invoice, whole=False)

CHECKS: Mapping[str, Callable[[Mapping[str, Any]], Iterable[Finding]]] = {
    "clients.create": check_client,
    "clients.update": check_client,
    "draft_invoices.create": _check_incomplete,
    "draft_invoices.update": _check_incomplete,
    "egress_invoices.create": partial(check_invoice, invoice_type="E"),
    "income_invoices.create": partial(check_invoice, invoice_type="I"),
    "invoices.cancel": _check_cancellation,
    "payments.register": _check_incomplete,
    "payments.request": _check_incomplete,
    "payments.update": _check_client_of,
    "receipts.create": _check_incomplete,
    "retentions.create": _check_client_of,
    "services.create": partial(check_item, service=True),
    "services.update": partial(check_item, whole=False, service=True),
}
"""The check of each call that sends data of a CFDI, by the name of its operation."""


def checker(checks: Checks) -> Callable[[Operation[Any]], None]:
    """A function that checks a call before it is sent.

    Args:
        checks: "warn" issues one warning per call with findings. "error" raises `FiscalError` if
            one of the findings is an error, and warns otherwise.

    Raises:
        ConfigurationError: `checks` is another value.
    """
    if checks not in ("warn", "error"):
        raise ConfigurationError(f"checks must be 'warn', 'error' or None, not {checks!r}")

    def check_call(operation: Operation[Any]) -> None:
        check = CHECKS.get(operation.route.name)
        if check is None:
            return
        findings = sorted(check(operation.body or {}), key=lambda finding: finding.severity)
        if checks == "error" and any(finding.severity == "error" for finding in findings):
            raise FiscalError(operation.route.name, findings)
        if findings:
            warnings.warn(FiscalWarning(operation.route.name, findings), stacklevel=_caller_level())

    return check_call


def _caller_level() -> int:
    """The stack level of the code that called this package, for a warning that points there."""
    frame, level = inspect.currentframe(), 0
    while frame is not None and str(frame.f_globals.get("__name__")).partition(".")[0] == PACKAGE:
        frame, level = frame.f_back, level + 1
    return level
