"""Which rows of a run are done, in flight or failed."""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, Self, TypeVar

from ..._core.schema.data import Data
from ...errors import InvalidArgumentError
from ..results import RowResult
from .database import connect, explained, transaction

FINGERPRINT = "file"
BATCH = 1000

INSERT = (
    "INSERT OR REPLACE INTO rows (row, key, outcome, id, error, code, is_left)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
START = (
    "INSERT INTO rows (row, in_flight) VALUES (?, 1) ON CONFLICT (row) DO UPDATE SET in_flight = 1"
)
RELEASE = (
    "UPDATE rows SET in_flight = 0 WHERE row = ?",
    "DELETE FROM rows WHERE row = ? AND outcome IS NULL",
)
PAGE = (
    "SELECT row, key, outcome, id, error, code FROM rows"
    " WHERE row > ? AND outcome IS NOT NULL ORDER BY row LIMIT ?"
)
COUNTS = (
    "SELECT outcome, count(*), sum(in_flight), sum(is_left AND NOT in_flight)"
    " FROM rows GROUP BY outcome"
)


class Numbered(Protocol):
    """Something with the number of its row."""

    @property
    def number(self) -> int:
        """Number of the data row, from 1."""
        ...


N = TypeVar("N", bound=Numbered)


class Counts(Data, frozen=True):
    """How many rows a journal knows.

    Args:
        in_flight: Rows that were started and have not ended.
        left: Further rows that the next run does again: not delivered, or unknown.
        outcomes: Rows by their latest outcome, those that are done again among them.
        restarted: Rows in flight that have an outcome of an earlier run.
    """

    in_flight: int
    left: int
    outcomes: Mapping[str, int]
    restarted: int = 0

    @property
    def done(self) -> int:
        """Rows that no run does again."""
        return sum(self.outcomes.values()) - self.left - self.restarted


class Journal:
    """Which rows of a run are done, in one SQLite file.

    A row is written as in flight before it is sent, and with its result after it. Each write is
    on the disk before it returns, so a kill, a power cut or a full disk loses nothing: a row whose
    result was not written is still in flight there, and the next run looks it up. Only one
    process can have it open. Its methods can be called from any thread.

    Open it with `Journal.open`, in a `with` block.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._connection = connect(path)

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        fingerprint: str,
        settings: Mapping[str, object] | None = None,
    ) -> Self:
        """The journal of a run, created if there is none.

        Args:
            path: The file.
            fingerprint: Hash of the rows, such as `RowFile.fingerprint`.
            settings: Settings that the results depend on, as JSON values.

        Raises:
            InvalidArgumentError: the journal is in use, damaged, or of another file or other
                settings.
            FileNotSavedError: it cannot be created or written.
        """
        journal = cls(Path(path))
        try:
            journal.bind({FINGERPRINT: fingerprint, **(settings or {})})
        except BaseException:
            journal.close()
            raise
        return journal

    def bind(self, settings: Mapping[str, object]) -> None:
        """Records settings that the results depend on, or compares them with those recorded.

        Raises:
            InvalidArgumentError: they differ.
            FileNotSavedError: the disk is full.
        """
        with self._lock, explained(self.path), transaction(self._connection):
            known = dict(self._connection.execute("SELECT name, value FROM settings"))
            given = {name: json.dumps(value, sort_keys=True) for name, value in settings.items()}
            for name, value in given.items():
                if known.get(name, value) != value:
                    raise InvalidArgumentError(self._says_differs(name, known[name], value))
            self._connection.executemany(
                "INSERT OR IGNORE INTO settings VALUES (?, ?)", given.items()
            )

    def _says_differs(self, name: str, known: str, given: str) -> str:
        if name == FINGERPRINT:
            return (
                f"{self.path}: this journal belongs to another file, or the file has changed: use"
                " the same file, or a new journal"
            )
        return (
            f"{self.path}: this journal was started with {name} = {known}, not {given}: use the"
            " same settings, or a new journal"
        )

    def left_of(self, rows: list[N]) -> list[N]:
        """Those of some rows that are left: without a result, or to be done again.

        Args:
            rows: At least one row, in the order of their numbers.
        """
        numbers = [row.number for row in rows]
        query = "SELECT row FROM rows WHERE row BETWEEN ? AND ? AND NOT (in_flight OR is_left)"
        with self._lock, explained(self.path):
            found = self._connection.execute(query, (min(numbers), max(numbers)))
            done = {number for (number,) in found}
        return [row for row in rows if row.number not in done] if done else rows

    def write(
        self,
        *,
        finished: Iterable[RowResult] = (),
        left: Collection[int] = (),
        started: Iterable[int] = (),
        released: Iterable[int] = (),
    ) -> None:
        """Writes results, rows in flight, and rows that were not sent after all, all at once.

        Args:
            finished: The results. Rows whose outcome is `unknown` are left for the next run.
            left: Numbers of further rows that the next run does again.
            started: Numbers of rows that are in flight from now on.
            released: Numbers of rows that are not in flight after all.

        Raises:
            FileNotSavedError: the disk is full; nothing of it was written.
        """
        results = [
            (
                *(result.row, result.key, result.outcome, result.id, result.error, result.code),
                result.outcome == "unknown" or result.row in left,
            )
            for result in finished
        ]
        with self._lock, explained(self.path), transaction(self._connection):
            self._connection.executemany(INSERT, results)
            self._connection.executemany(START, [(number,) for number in started])
            unsent = [(number,) for number in released]
            for line in RELEASE:
                self._connection.executemany(line, unsent)

    def results(self) -> Iterator[RowResult]:
        """The results in the order of their rows, lazily."""
        last = 0
        while True:
            with self._lock, explained(self.path):
                page = self._connection.execute(PAGE, (last, BATCH)).fetchall()
            if not page:
                return
            yield from (RowResult(*values) for values in page)
            last = page[-1][0]

    def counts(self) -> Counts:
        """How many rows are in flight, left, and done with which outcome."""
        with self._lock, explained(self.path):
            found = self._connection.execute(COUNTS).fetchall()
        return Counts(
            in_flight=sum(in_flight for _, _, in_flight, _ in found),
            left=sum(left for _, _, _, left in found),
            outcomes={outcome: count for outcome, count, _, _ in found if outcome},
            restarted=sum(in_flight for outcome, _, in_flight, _ in found if outcome),
        )

    def close(self) -> None:
        """Closes the file. Calling it again is a no-op."""
        with self._lock, explained(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
