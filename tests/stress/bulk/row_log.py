"""Records what happened to each row of a bulk upsert, in memory that is allocated up front."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import Any

import httpx

from gigstack_api import (
    DeliveryError,
    InvalidArgumentError,
    OutcomeUnknownError,
    RateLimitError,
    UpsertOutcome,
)

from ..harness.fault_plans import NONE
from .plan import faults_of, index_of, row


class RowEnd(IntEnum):
    """The end of a row, as its caller saw it."""

    NOTHING = 0
    CREATED = 1
    FOUND = 2
    DONE = 3
    NOT_DONE = 4
    MAYBE_DONE = 5
    NOT_SENT = 6


VALUES = (RowEnd.CREATED, RowEnd.FOUND, RowEnd.DONE)


class RowLog:
    """The history of each row: how it ended, and its first and last request."""

    def __init__(self, seed: int, count: int) -> None:
        self._seed = seed
        self.count = count
        self.ends = bytearray(count)
        self.first = array("q", bytes(8 * count))
        self.last = array("q", bytes(8 * count))
        self.requests = 0
        self.taken = self.given = self.most_ahead = 0
        self.twice: list[int] = []
        self.names: Counter[str] = Counter()
        self._faults: dict[int, Iterator[str]] = {}

    def rows(self) -> Iterator[Mapping[str, str]]:
        """The rows, each made when it is taken."""
        for index in range(self.count):
            self.taken = index + 1
            self.most_ahead = max(self.most_ahead, self.taken - self.given)
            yield row(index)

    def next_fault(self, request: httpx.Request) -> str:
        """Records the order of a request and returns its fault."""
        index = index_of(json.loads(request.content)["name"])
        self.requests += 1
        self.first[index] = self.first[index] or self.requests
        self.last[index] = self.requests
        if index not in self._faults:
            self._faults[index] = iter(faults_of(self._seed, index))
        return next(self._faults[index], NONE)

    def record(self, outcome: UpsertOutcome[Mapping[str, str]]) -> None:
        """Records the outcome of a row."""
        self.given += 1
        if self.ends[outcome.index] or outcome.row["name"] != f"row {outcome.index}":
            self.twice.append(outcome.index)
        self._faults.pop(outcome.index, None)
        self.ends[outcome.index] = end_of(outcome)
        self.names["value" if outcome.error is None else type(outcome.error).__name__] += 1


def end_of(outcome: UpsertOutcome[Any]) -> RowEnd:
    """The kind of an outcome."""
    if outcome.value is not None and outcome.error is None:
        created = outcome.value.created
        return {True: RowEnd.CREATED, False: RowEnd.FOUND, None: RowEnd.DONE}[created]
    if isinstance(outcome.error, InvalidArgumentError):
        return RowEnd.NOT_SENT
    undone = isinstance(outcome.error, (DeliveryError, RateLimitError)) and not isinstance(
        outcome.error, OutcomeUnknownError
    )
    return RowEnd.NOT_DONE if undone else RowEnd.MAYBE_DONE
