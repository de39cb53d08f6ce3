"""Rows of JSON Lines files: one object a line, whose nested fields are paths."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from json import JSONDecodeError
from math import isnan
from pathlib import Path

from ..._core.schema.json import TooDeep, duplicate_fields, parse_json
from ..._core.schema.types import is_list, is_object
from .row_file import MOST_COLUMNS, RowFile

MOST_BYTES = 1 << 20
"""Bytes of a line."""

MARK = b"\xef\xbb\xbf"
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

FIELD = re.compile(rb'"\s*:')
"""The end of the name of a field; it may also be a part of a text."""

SHAPE = '{"name": "Ana"}'
NO_OBJECT = f"it is not an object such as {SHAPE}"
LIST = "it is a list: write one object per line, without brackets around them"
NOT_UTF8 = "it is not UTF-8: save it as UTF-8"
TWICE = "the field is there twice"


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
                if line == 1:
                    if text.startswith(WIDE):
                        raise self.bad(NOT_UTF8, line=line)
                    text = text.removeprefix(MARK)
                if text.strip():
                    yield line, self._values(text, line, is_first_time=update is not None)

    def _values(self, text: bytes, line: int, *, is_first_time: bool) -> dict[str, object]:
        try:
            found: object = parse_json(text, decimals=True)
        except TooDeep as error:
            raise self.bad("it is nested too deeply", line=line) from error
        except ValueError as error:
            raise self.bad(_problem(text, error), line=line) from error
        if not is_object(found):
            raise self.bad(LIST if is_list(found) else NO_OBJECT, line=line)
        if is_first_time and len(FIELD.findall(text)) != _fields(found):
            for field in duplicate_fields(text):
                raise self.bad(TWICE, line=line, column=field[0])
        try:
            return flat(found)
        except SamePath as error:
            raise self.bad(TWICE, line=line, column=str(error)) from error


def _problem(text: bytes, error: ValueError) -> str:
    """Why a line is not JSON."""
    if isinstance(error, UnicodeDecodeError):
        return NOT_UTF8
    if text.lstrip().startswith(b"["):
        return LIST
    place = error.colno if isinstance(error, JSONDecodeError) else 1
    return f"it is not JSON at character {place}: write one object such as {SHAPE} per line"


def _fields(value: object) -> int:
    """How many fields the objects of a document have."""
    if is_object(value):
        return len(value) + sum(map(_fields, value.values()))
    return sum(map(_fields, value)) if is_list(value) else 0


class SamePath(Exception):
    """Two fields of an object have the same path."""


def flat(values: Mapping[str, object]) -> dict[str, object]:
    """The fields of an object by their paths, without null, NaN and empty objects.

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
        elif value is not None and not (isinstance(value, float) and isnan(value)):
            yield f"{prefix}{name}", value
