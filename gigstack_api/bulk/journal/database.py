"""The SQLite file of a journal: how it is opened, and what its errors mean."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from ...errors import FileNotSavedError, InvalidArgumentError

APPLICATION_ID = 0x67696773
"""`gigs`: marks a SQLite file as a journal."""

FORMAT = 1

SETUP = (
    "PRAGMA journal_mode = WAL",
    # A commit is on the disk before it returns; on macOS only with the second line.
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA cache_size = -4000",
)

TABLES = (
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    # A row that is in flight or left is done again by the next run.
    "CREATE TABLE rows (row INTEGER PRIMARY KEY, key TEXT, outcome TEXT, id TEXT, error TEXT,"
    " code TEXT, is_left INTEGER NOT NULL DEFAULT 0, in_flight INTEGER NOT NULL DEFAULT 0)",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {FORMAT}",
)

IN_USE = "another process uses it: wait for its end, or use another journal"
NOT_A_JOURNAL = "it is not a journal: name another file"
DAMAGED = (
    "it is damaged: restore it from a copy, or start with a new journal; clients and documents"
    " that exist already are found by their key"
)
NOT_SAVED = (
    "what had been written before is kept, and rows in flight will be looked up: make room, and"
    " start again with the same file and journal"
)


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a journal, which is created if there is none.

    Raises:
        InvalidArgumentError: the file is not a journal, is damaged, or is in use.
        FileNotSavedError: it cannot be created or written.
    """
    with explained(path):
        connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
        try:
            _set_up(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_up(connection: sqlite3.Connection, path: Path) -> None:
    # The lock that keeps other processes out ends with this one, even when it is killed.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    # Asked before anything is written: the file may be somebody else's database.
    found = _number(connection, "application_id")
    tables = _first(connection, "SELECT count(*) FROM sqlite_master")
    if found != APPLICATION_ID and tables:
        raise InvalidArgumentError(f"{path}: {NOT_A_JOURNAL}")
    for line in SETUP:
        connection.execute(line)
    with transaction(connection):
        if not tables:
            for line in TABLES:
                connection.execute(line)
    if (version := _number(connection, "user_version")) != FORMAT:
        raise InvalidArgumentError(
            f"{path}: it was written by another version of this package (format {version}): use"
            " that version, or a new journal"
        )


def _number(connection: sqlite3.Connection, pragma: str) -> object:
    return _first(connection, f"PRAGMA {pragma}")


def _first(connection: sqlite3.Connection, query: str) -> object:
    with closing(connection.execute(query)) as cursor:
        return cursor.fetchone()[0]


@contextmanager
def transaction(connection: sqlite3.Connection) -> Generator[None, None, None]:
    """A block that is written as a whole or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself rolls back when the disk is full
            connection.execute("ROLLBACK")
        raise


@contextmanager
def explained(path: Path) -> Generator[None, None, None]:
    """A block in which errors of SQLite become those of this package.

    Raises:
        InvalidArgumentError: the file is not a journal, is damaged, or is in use.
        FileNotSavedError: it cannot be created or written.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if kind in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise InvalidArgumentError(f"{path}: {IN_USE}") from error
        if kind == sqlite3.SQLITE_NOTADB:
            raise InvalidArgumentError(f"{path}: {NOT_A_JOURNAL}") from error
        if kind == sqlite3.SQLITE_CORRUPT:
            raise InvalidArgumentError(f"{path}: {DAMAGED}") from error
        if kind == sqlite3.SQLITE_CANTOPEN:
            text = f"{path}: it cannot be opened: check its folder and its permissions"
            raise FileNotSavedError(errno.EACCES, text) from error
        number = errno.ENOSPC if kind == sqlite3.SQLITE_FULL else errno.EIO
        raise FileNotSavedError(
            number, f"{path}: it cannot be written ({error}); {NOT_SAVED}"
        ) from error
