"""The checks as a client makes them before it sends anything: which one for which call, and what
becomes of the findings.
"""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Literal, TypeAlias

from .._core.operation import Operation
from ..errors import ConfigurationError, Finding, FiscalError, FiscalWarning
from .cancellations import check_cancellation
from .clients import check_client
from .findings import within
from .invoices import check_invoice
from .items import check_item

Checks: TypeAlias = Literal["warn", "error"]
OURS = __name__.partition(".")[0]


def _cancellation(body: Mapping[str, Any]) -> Iterable[Finding]:
    return check_cancellation(body.get("motive"), substitution_uuid=body.get("substitution_uuid"))


def _client_alone(body: Mapping[str, Any]) -> Iterable[Finding]:
    return within("client", check_client(body.get("client") or {}))


_unfinished = partial(check_invoice, whole=False)

CHECKS: Mapping[str, Callable[[Mapping[str, Any]], Iterable[Finding]]] = {
    "clients.create": check_client,
    "clients.update": check_client,
    "draft_invoices.create": _unfinished,
    "draft_invoices.update": _unfinished,
    "egress_invoices.create": partial(check_invoice, invoice_type="E"),
    "income_invoices.create": partial(check_invoice, invoice_type="I"),
    "invoices.cancel": _cancellation,
    "payments.register": _unfinished,
    "payments.request": _unfinished,
    "payments.update": _client_alone,
    "receipts.create": _unfinished,
    "retentions.create": _client_alone,
    "services.create": check_item,
    "services.update": partial(check_item, whole=False),
}
"""The check of each call that sends what a CFDI is made of, by the name of its route."""


def watcher(checks: Checks) -> Callable[[Operation[Any]], None]:
    """What looks at a call before it is sent. "warn" warns once a call; "error" refuses a call with
    an error among the findings.

    Raises:
        ConfigurationError: there is no such way of checking.
    """
    if checks not in ("warn", "error"):
        raise ConfigurationError(f"checks must be 'warn', 'error' or None, not {checks!r}")

    def watch(operation: Operation[Any]) -> None:
        check = CHECKS.get(operation.route.name)
        findings = (
            sorted(check(operation.body or {}), key=lambda each: each.severity) if check else []
        )
        if checks == "error" and any(each.severity == "error" for each in findings):
            raise FiscalError(operation.route.name, findings)
        if findings:
            warnings.warn(FiscalWarning(operation.route.name, findings), stacklevel=_caller())

    return watch


def _caller() -> int:
    """How far up whoever called this package stands, for a warning that points there."""
    frame, level = inspect.currentframe(), 0
    while frame is not None and str(frame.f_globals.get("__name__")).partition(".")[0] == OURS:
        frame, level = frame.f_back, level + 1
    return level
