"""The names of attributes: those of the HTTP semantic conventions, and our own."""

from __future__ import annotations

from typing import Final, TypeAlias

from .._core.sending.observing import CallFacts

Attributes: TypeAlias = dict[str, str | bool | int | float]

METHOD: Final = "http.request.method"
STATUS: Final = "http.response.status_code"
RESEND_COUNT: Final = "http.request.resend_count"
HOST: Final = "server.address"
PORT: Final = "server.port"
TEMPLATE: Final = "url.template"
ERROR_TYPE: Final = "error.type"

OPERATION: Final = "gigstack.operation"
ATTEMPTS: Final = "gigstack.attempts"
ATTEMPT_S: Final = "gigstack.attempt.duration"
DRIFTS: Final = "gigstack.drifts"
WAIT_REASON: Final = "gigstack.wait.reason"
WAIT_S: Final = "gigstack.wait.duration"


def describe(facts: CallFacts) -> Attributes:
    """The attributes of a call that are known before it is sent."""
    found: Attributes = {
        METHOD: facts.method,
        HOST: facts.host,
        PORT: facts.port,
        OPERATION: facts.operation,
    }
    if facts.route is not None:
        found[TEMPLATE] = facts.route
    return found


def end_of(status: int | None, error_type: str | None) -> Attributes:
    """The attributes of how a call or an attempt ended."""
    found: Attributes = {}
    if status is not None:
        found[STATUS] = status
    if error_type is not None:
        found[ERROR_TYPE] = error_type
    return found
