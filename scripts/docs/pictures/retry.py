"""The retry decision: the answer of the policy to each outcome, for each replay class.

The cells are what `wait_before_retry` returns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from attrs import frozen

from gigstack_api import RetryPolicy
from gigstack_api._core.operations.route import Replay
from gigstack_api._core.retries.policy import Outcome, wait_before_retry

from .svg import Drawing

Decision: TypeAlias = Literal["again", "later", "stop"]

TITLES = {"en": "Is a call sent again?", "es": "¿Se repite una llamada?"}
CORNER = {"en": "how the attempt ended", "es": "cómo terminó el intento"}
CELLS: Mapping[Decision, tuple[str, Mapping[str, str]]] = {
    "again": ("yes", {"en": "again", "es": "otra vez"}),
    "later": ("maybe", {"en": "later", "es": "después"}),
    "stop": ("no", {"en": "stop", "es": "alto"}),
}
NOTES = {
    "en": (
        "again: after 0.25 s or more, twice as long each time, up to 4 attempts",
        "later: after the time that the API names, or after 1 s where it looks for what it made",
        "stop: the error is raised; for once, what is unknown is OutcomeUnknownError",
    ),
    "es": (
        "otra vez: tras 0.25 s o más, el doble cada vez, hasta 4 intentos",
        "después: tras el tiempo que pide la API, o 1 s donde busca lo que ya creó",
        "alto: se lanza el error; en once, lo que no se sabe es OutcomeUnknownError",
    ),
}
NAMED_WAIT_S = 7.0
CHANCE = 0.0
"""The shortest wait, so that the note can name it."""


@frozen
class Row:
    """An outcome of an attempt, and how a reader would name it."""

    outcome: Outcome
    said: Mapping[str, str]


ROWS = (
    Row(Outcome(sent=False), {"en": "not sent: no connection", "es": "no salió: sin conexión"}),
    Row(
        Outcome(status=429, retry_after_s=NAMED_WAIT_S),
        {"en": "429, Retry-After", "es": "429, Retry-After"},
    ),
    Row(
        Outcome(status=503, retry_after_s=NAMED_WAIT_S),
        {"en": "503, Retry-After", "es": "503, Retry-After"},
    ),
    Row(Outcome(status=500), {"en": "408, 500, 502, 503, 504", "es": "408, 500, 502, 503, 504"}),
    Row(
        Outcome(sent=True),
        {"en": "sent, the answer was lost", "es": "salió, se perdió la respuesta"},
    ),
    Row(Outcome(status=404), {"en": "another status", "es": "otro código"}),
)
SAME = {500: (408, 500, 502, 503, 504), 404: (400, 401, 403, 404, 409, 422)}
"""Statuses that a row stands for: the picture is not drawn if the policy tells them apart."""

WIDTH, LEFT, TOP, ROW, COLUMN = 760, 220, 50, 44, 104


class PolicyError(Exception):
    """The policy does not do what the picture says."""


def decide(outcome: Outcome, replay: Replay) -> Decision:
    """The decision after a first attempt with this outcome, with the defaults."""
    policy = RetryPolicy()
    wait = wait_before_retry(policy, replay, outcome, attempt=1, remaining_s=60, chance=CHANCE)
    if wait is None:
        return "stop"
    return "later" if wait > policy.base_s else "again"


def check() -> None:
    """Compares each status with the row that stands for it, and the notes with the defaults.

    Raises:
        PolicyError: they differ.
    """
    for first, all_of_them in SAME.items():
        for replay in Replay:
            decisions = {decide(Outcome(status=status), replay) for status in all_of_them}
            if decisions != {decide(Outcome(status=first), replay)}:
                raise PolicyError(f"the statuses {all_of_them} are no longer treated alike")
    policy = RetryPolicy()
    if (policy.max_attempts, policy.base_s, policy.settle_s) != (4, 0.5, 1.0):
        raise PolicyError("the defaults of RetryPolicy are not those of the notes")


def draw(language: str) -> str:
    """The picture in a language."""
    height = TOP + ROW * len(ROWS) + 24 * len(NOTES[language]) + 16
    drawing = Drawing(WIDTH, height, TITLES[language])
    drawing.text(12, TOP - 18, CORNER[language], "faint")
    for column, replay in enumerate(Replay):
        x = LEFT + COLUMN * (column + 0.5)
        drawing.text(x, TOP - 18, replay.value, "code strong", middle=True)
    for number, row in enumerate(ROWS):
        top = TOP + ROW * number
        drawing.text(12, top + 24, row.said[language])
        for column, replay in enumerate(Replay):
            kind, said = CELLS[decide(row.outcome, replay)]
            drawing.box(LEFT + COLUMN * column + 3, top, COLUMN - 6, ROW - 6, kind)
            x = LEFT + COLUMN * (column + 0.5)
            drawing.text(x, top + 24, said[language], middle=True)
    for number, note in enumerate(NOTES[language]):
        drawing.text(12, TOP + ROW * len(ROWS) + 24 * (number + 1), note, "faint")
    return drawing.source()


def pictures() -> Mapping[str, bytes]:
    """The picture in each language, by the name of its file.

    Raises:
        PolicyError: the policy does not do what the picture says.
    """
    check()
    return {f"retry.{language}.svg": draw(language).encode() for language in TITLES}
