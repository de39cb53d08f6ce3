"""Judges how a call with a mutated reply ended, by the spec and by what was sent."""

from __future__ import annotations

from collections import Counter
from typing import Any

from attrs import frozen

from gigstack_api import (
    APIError,
    DeliveryError,
    GigstackError,
    PaginationError,
    UnreadableReplyError,
)
from gigstack_api._core.schema.types import is_object

from .plan import ReplyCase
from .spec_oracle import expected_drift, is_data_lost, is_value_required
from .usage import use_error

RUINED = frozenset({"cut", "blank", "followed by more"})

COUNTED: dict[type[GigstackError], str] = {
    UnreadableReplyError: "unreadable",
    PaginationError: "pagination",
    APIError: "api errors",
    DeliveryError: "lost",
    GigstackError: "others",
}
"""The counter of each error class; the first that fits counts."""


@frozen(kw_only=True)
class CallResult:
    """How a call ended: the JSON of its value, an error of gigstack_api, or a crash."""

    value: Any = None
    error: GigstackError | None = None
    crash: str | None = None


def find_violations(case: ReplyCase, result: CallResult, counts: Counter[str]) -> list[str]:
    """Each broken promise, in words. Adds the case to `counts`."""
    if result.crash is not None:
        return [f"crash: {result.crash}"]
    if result.error is not None:
        name = next(name for kind, name in COUNTED.items() if isinstance(result.error, kind))
        counts[name] += 1
        return [*_find_unusable(case, result.error), *_find_wrong_errors(case, result.error)]
    counts["values"] += 1
    return _find_wrong_values(case, result, counts)


def _is_success(case: ReplyCase) -> bool:
    return 200 <= case.reply.status < 300


def _is_refusal(case: ReplyCase) -> bool:
    document = case.json.document
    return is_object(document) and document.get("success") is False


def _find_wrong_values(case: ReplyCase, result: CallResult, counts: Counter[str]) -> list[str]:
    reply, example, json = case.reply, case.example, case.json
    if not _is_success(case):
        return ["an error status gave a value"]
    if not reply.intact:
        return ["a ruined reply gave a value"] if _is_plainly_ruined(case) else []
    if not json.readable:
        # The client does not have to read the content of these.
        is_content = example.is_empty or (example.is_file and not reply.labelled)
        return [] if is_content else ["an unreadable reply gave a value"]

    found = ["a refusal gave a value"] if _is_refusal(case) else []
    counts["compared"] += 1
    if is_data_lost(example, json.document, result.value):
        found.append("data of the reply is missing in the value")
    path = expected_drift(example, json)
    if path is not None:
        reported = any(
            path == drift.path or path.startswith((f"{drift.path}.", f"{drift.path}["))
            for drift in case.drifts
        )
        counts["reported"] += reported
        found += [] if reported else [f"drift at {path} was not reported"]
        found += ["drift gave a value in strict mode"] if case.strict else []
    return found


def _is_plainly_ruined(case: ReplyCase) -> bool:
    """Whether the body cannot be mistaken for the promised content. Where no content was promised,
    only a web page differs from a confirmation.
    """
    (first, *others), example = case.reply.kinds, case.example
    if first != "as documented" or len(others) != 1:
        return False
    return others == ["a web page"] or (others[0] in RUINED and not example.is_empty)


def _find_unusable(case: ReplyCase, error: GigstackError) -> list[str]:
    compressed = any(name.lower() == b"content-encoding" for name, _ in case.reply.headers)
    try:
        use_error(error, status=case.reply.status, body=None if compressed else case.reply.body)
    except Exception as crash:  # noqa: BLE001 - any exception is a violation
        return [f"the error cannot be used: {type(crash).__name__}: {crash}"]
    return []


def _find_wrong_errors(case: ReplyCase, error: GigstackError) -> list[str]:
    reply = case.reply
    readable = (
        reply.intact
        and reply.is_recognizable
        and is_value_required(case.example, case.json)
        and not case.strict
    )
    match error:
        case UnreadableReplyError():
            fits = _is_success(case) and not readable
        case PaginationError():
            fits = _is_success(case) and case.example.is_page
        case APIError():
            fits = not _is_success(case) or not reply.intact or _is_refusal(case)
        case DeliveryError():
            fits = not reply.arrives
        case _:
            fits = False
    return [] if fits else [f"not promised for this reply: {type(error).__name__}: {error}"]
