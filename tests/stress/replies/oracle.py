"""What is untrue about how a mutated answer ended: judged by the spec and by what was sent.
Pure.
"""

from __future__ import annotations

from collections import Counter

from gigstack_api import (
    APIError,
    DeliveryError,
    GigstackError,
    PaginationError,
    UnreadableReplyError,
)
from gigstack_api._core.shapes import is_object

from .plan import Ending, ReplyTrial
from .spec_oracle import is_lost, must_be_told, value_must_come
from .usage import use_error

RUINED = frozenset({"cut", "blank", "followed by more"})


def untruths(trial: ReplyTrial, ending: Ending, counts: Counter[str]) -> list[str]:
    """All that does not hold, in words."""
    if ending.crash is not None:
        return [f"crash: {ending.crash}"]
    if ending.error is not None:
        counts[next(name for kind, name in COUNTED.items() if isinstance(ending.error, kind))] += 1
        return [*_unusable(trial, ending.error), *_wrong_errors(trial, ending.error)]
    counts["values"] += 1
    return _wrong_values(trial, ending, counts)


COUNTED: dict[type[GigstackError], str] = {
    UnreadableReplyError: "unreadable",
    PaginationError: "pagination",
    APIError: "api errors",
    DeliveryError: "lost",
    GigstackError: "others",
}


def _is_success(trial: ReplyTrial) -> bool:
    return 200 <= trial.sent.status < 300


def _is_refusal(trial: ReplyTrial) -> bool:
    document = trial.made.document
    return is_object(document) and document.get("success") is False


def _wrong_values(trial: ReplyTrial, ending: Ending, counts: Counter[str]) -> list[str]:
    sent, example, made = trial.sent, trial.example, trial.made
    if not _is_success(trial):
        return ["an error status gave a value"]
    if not sent.intact:
        return ["a ruined answer gave a value"] if _is_plainly_ruined(trial) else []
    if not made.readable:
        is_content = example.is_empty or (
            example.is_file and not sent.labelled
        )  # then nobody has to read it
        return [] if is_content else ["what cannot be read gave a value"]
    found = ["a refusal gave a value"] if _is_refusal(trial) else []
    counts["compared"] += 1
    if is_lost(example, made.document, ending.given):
        found.append("something that came is lost")
    place = must_be_told(example, made)
    if place is not None:
        told = any(
            place == drift.path or place.startswith((f"{drift.path}.", f"{drift.path}["))
            for drift in trial.drifts
        )
        counts["told"] += told
        found += [] if told else [f"drift at {place} was not told"]
        found += ["strict, and drift gave a value"] if trial.strict else []
    return found


def _is_plainly_ruined(trial: ReplyTrial) -> bool:
    """Whether nobody can take the body for what was promised; where nothing was, only a web page is
    told from a confirmation.
    """
    (first, *others), example = trial.sent.kinds, trial.example
    if first != "as documented" or len(others) != 1:
        return False
    return others == ["a web page"] or (others[0] in RUINED and not example.is_empty)


def _unusable(trial: ReplyTrial, error: GigstackError) -> list[str]:
    compressed = any(name.lower() == b"content-encoding" for name, _ in trial.sent.headers)
    try:
        use_error(error, status=trial.sent.status, body=None if compressed else trial.sent.body)
    except Exception as crash:  # noqa: BLE001 - that is what is looked for
        return [f"the error cannot be used: {type(crash).__name__}: {crash}"]
    return []


def _wrong_errors(trial: ReplyTrial, error: GigstackError) -> list[str]:
    sent = trial.sent
    readable = (
        sent.intact
        and sent.is_plain
        and value_must_come(trial.example, trial.made)
        and not trial.strict
    )
    match error:
        case UnreadableReplyError():
            fits = _is_success(trial) and not readable
        case PaginationError():
            fits = _is_success(trial) and trial.example.is_page
        case APIError():
            fits = not _is_success(trial) or not sent.intact or _is_refusal(trial)
        case DeliveryError():
            fits = not sent.arrives
        case _:
            fits = False
    return [] if fits else [f"not promised for this answer: {type(error).__name__}: {error}"]
