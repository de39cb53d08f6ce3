"""Rows of JSON Lines files: one object a line, whose nested fields are paths."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from json import JSONDecodeError
from pathlib import Path

from ..._core.schema.json import parse_json
from ..._core.schema.types import is_object
from .row_file import MOST_COLUMNS, RowFile

MOST_BYTES = 1 << 20
"""Bytes of a line."""

MARK = b"\xef\xbb\xbf"


class JsonLinesFile(RowFile):
    """The rows of a JSON Lines file. `{"address": {"zip": "01000"}}` has a column `address.zip`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        digest = hashlib.sha256()
        columns: dict[str, None] = {}
        for line, values in self._read(digest.update):
            if not values.keys() <= columns.keys():
                columns.update(dict.fromkeys(values))
            if len(columns) > MOST_COLUMNS:
                raise self.bad(f"the file has more than {MOST_COLUMNS:,} fields", line=line)
        if not columns:
            raise self.bad("it is empty")
        self.columns = tuple(columns)
        self._digest = digest.hexdigest()

    def _settings(self) -> tuple[str, ...]:
        return ("jsonl",)

    def _records(self) -> Iterator[tuple[int, Mapping[str, object]]]:
        empty = dict.fromkeys(self.columns)
        for line, values in self._read():
            yield line, {**empty, **values}

    def _read(
        self, update: Callable[[bytes], None] | None = None
    ) -> Iterator[tuple[int, dict[str, object]]]:
        with self.path.open("rb") as file:
            line = 0
            while text := file.readline(MOST_BYTES + 1):
                line += 1
                if len(text) > MOST_BYTES:
                    raise self.bad(f"it is longer than {MOST_BYTES:,} bytes", line=line)
                if update is not None:
                    update(text)
                text = text.removeprefix(MARK) if line == 1 else text
                if text.strip():
                    yield line, self._values(text, line)

    def _values(self, text: bytes, line: int) -> dict[str, object]:
        try:
            found: object = parse_json(text, decimals=True)
        except ValueError as error:
            found_by = (
                f"{error.msg} at character {error.colno}"
                if isinstance(error, JSONDecodeError)
                else error
            )
            raise self.bad(f"it is not JSON: {found_by}", line=line) from error
        if not is_object(found):
            raise self.bad('it is not an object such as {"name": "Ana"}', line=line)
        try:
            return flat(found)
        except SamePath as error:
            raise self.bad("the field is there twice", line=line, column=str(error)) from error


class SamePath(Exception):
    """Two fields of an object have the same path."""


def flat(values: Mapping[str, object]) -> dict[str, object]:
    """The fields of an object by their paths, without null and empty objects.

    Raises:
        SamePath: a path is there twice, as in `{"a": {"b": 1}, "a.b": 2}`.
    """
    found: dict[str, object] = {}
    for path, value in _leaves(values, ""):
        if path in found:
            raise SamePath(path)
        found[path] = value
    return found


def _leaves(values: Mapping[str, object], prefix: str) -> Iterator[tuple[str, object]]:
    for name, value in values.items():
        if is_object(value):
            yield from _leaves(value, f"{prefix}{name}.")
        elif value is not None:
            yield f"{prefix}{name}", value
