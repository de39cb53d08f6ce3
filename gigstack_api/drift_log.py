"""DriftLog: counts in a file where answers deviate from the spec, without their values."""

from __future__ import annotations

import json
import os
import re
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self, TypeAlias

from ._core.responses.drift import Drift
from ._core.schema.enums import OpenEnum
from ._core.schema.redaction import Hidden
from ._core.schema.types import is_list, is_object
from .errors import ConfigurationError

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows
    fcntl = None  # type: ignore[assignment]

MOST_PLACES = 1_000
"""How many places are counted between two writes, and kept in the file when it is shortened."""

MOST_BYTES = 2**20
"""How large the file may become before lines of the same place are added up."""

TRIES_AT_EXIT = 40
WAIT_AT_EXIT_S = 0.005

CODE = re.compile(r"[A-Za-z0-9_.-]{1,40}")
PERSONAL = re.compile(
    r"[A-Z&Ñ]{3,4}\d{6}\w{0,3}|(?=.*\d)[0-9a-f-]{32,}|\d{9,}|.*@.*", re.IGNORECASE
)
"""An RFC, a CURP, a UUID, a long number, an address: not the value of an enum."""

NAME = re.compile(r"[A-Za-z_$][A-Za-z_$-]*\d{0,3}[A-Za-z_$-]*")
"""The name of a field. Others may be data: an RFC or an id as the key of an object."""

MOST_NAME = 60
MOST_PATH = 300


class Place(NamedTuple):
    """A kind of deviation, which is counted."""

    operation: str
    path: str
    expected: str
    got: str
    value: str


Counts: TypeAlias = dict[Place, tuple[int, float, float]]
"""How often, and when first and last, in Unix seconds."""


class _Pending:
    """The counts of a process that are not in the file yet."""

    def __init__(self) -> None:
        self.counts: Counts = {}
        self.lock = threading.Lock()
        self.process = os.getpid()

    def of_this_process(self) -> Self:
        """Itself; after a fork without the counts of the parent, which writes them itself."""
        if self.process != os.getpid():
            self.counts, self.lock, self.process = {}, threading.Lock(), os.getpid()
        return self

    def write(self, path: Path) -> bool:
        """Whether everything is in the file now. The caller holds the lock."""
        with suppress(Exception):
            if self.counts and append(path, self.counts):
                self.counts.clear()
        return not self.counts


class DriftLog:
    """Counts drift in a file: `Gigstack(on_drift=DriftLog("drift.jsonl"))`.

    The file has one JSON object a line: operation, path in the answer, expected type, type that
    came, count, and when it was first and last seen. It has no values, except of enums, where an
    unknown value that looks like a code is the finding. `gigstack_api.regenerate` makes proposals
    for the spec from it.

    Many tasks, threads and processes may share a file. It is written at most every `every_s`
    seconds, during a call, and when the interpreter ends. Calls never fail because of it: counts
    that cannot be written are kept for the next time. File and memory are bounded.

    Args:
        path: The file, which need not exist. New ones can be read by their owner only.
        every_s: The least time between two writes, in seconds.

    Raises:
        ConfigurationError: there is no such folder, or the path is a folder.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        every_s: float = 10.0,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._path = Path(path).absolute()
        if not self._path.parent.is_dir() or self._path.is_dir():
            raise ConfigurationError(
                f"{str(path)!r} cannot be a drift log: name a file in a folder that exists"
            )
        self._every_s = every_s
        self._now = now
        self._written_at = float("-inf")
        self._pending = _Pending()
        weakref.finalize(self, _write_at_exit, self._path, self._pending)

    def __repr__(self) -> str:
        return f"DriftLog({self._path.name!r})"

    def __call__(self, drift: Drift) -> None:
        """Counts a drift. Names that the sandbox ignored in a request are not counted."""
        if drift.kind != "answer":
            return
        now = self._now()
        place = place_of(drift)
        pending = self._pending.of_this_process()
        with pending.lock:
            counts = pending.counts
            if place in counts or len(counts) < MOST_PLACES:
                count, first, _ = counts.get(place, (0, now, now))
                counts[place] = (count + 1, first, now)
            if now - self._written_at >= self._every_s:
                self._written_at = now
                pending.write(self._path)

    def flush(self) -> bool:
        """Writes now; whether everything that was counted is in the file."""
        pending = self._pending.of_this_process()
        with pending.lock:
            return pending.write(self._path)


def _write_at_exit(path: Path, pending: _Pending) -> None:
    """Writes the rest. It is the last chance, so a file in use is tried again for a while."""
    for _ in range(TRIES_AT_EXIT):
        if pending.of_this_process().write(path) or not path.parent.is_dir():
            return
        time.sleep(WAIT_AT_EXIT_S)


def place_of(drift: Drift) -> Place:
    """The kind of a drift. It holds no value and no name that may be one."""
    got = _kind(drift.got)
    is_code = isinstance(drift.got, str) and got == "string" and _names_an_enum(drift.expected)
    value = drift.got if is_code and _looks_like_a_code(str(drift.got)) else ""
    path = ".".join(_shown(name) for name in drift.path.split(".") if name)[:MOST_PATH]
    return Place(drift.operation, path, drift.expected[:MOST_PATH], got, str(value))


def _shown(name: str) -> str:
    """A step of a path, with `[]` for an index and `*` for a name that may be data."""
    plain, *indexes = name.split("[")
    is_shown = not plain or (len(plain) <= MOST_NAME and NAME.fullmatch(plain))
    return (plain if is_shown else "*") + "[]" * len(indexes)


def _kind(value: object) -> str:
    """The JSON type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, Hidden):
        return "secret"
    if is_object(value):
        return "object"
    if is_list(value):
        return "array"
    return "string" if isinstance(value, str) else "number"


def _names_an_enum(expected: str) -> bool:
    enums = {cls.__name__ for cls in OpenEnum.__subclasses__()}
    return any(name in enums for name in expected.split(" or "))


def _looks_like_a_code(value: str) -> bool:
    return CODE.fullmatch(value) is not None and PERSONAL.fullmatch(value) is None


def append(path: Path, counts: Counts) -> bool:
    """Appends lines to a file; whether they are all there.

    One write adds all lines at once, so that lines of several processes do not mix. A file that
    would become too large is shortened first.

    Raises:
        OSError: it cannot be written.
    """
    content = b"".join(_lines(counts))
    for _ in range(3):
        number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            if not _locked(number):
                return False
            if not _is_still(number, path):
                continue  # another process has just replaced the file
            size = os.fstat(number).st_size
            if size + len(content) > MOST_BYTES:
                return _shorten(number, path, counts)
            if size and os.lseek(number, -1, os.SEEK_END) >= 0 and os.read(number, 1) != b"\n":
                content = b"\n" + content  # a write of an earlier run was cut off
            if os.write(number, content) == len(content):
                return True
            os.ftruncate(number, size)  # the disk is full
            return False
        finally:
            os.close(number)
    return False


def _locked(number: int) -> bool:
    """Whether this process has the file for itself until it closes it. It does not wait."""
    if fcntl is None:  # pragma: no cover - Windows
        return True
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_still(number: int, path: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(number), path.stat())
    return False


def _shorten(number: int, path: Path, counts: Counts) -> bool:
    """Replaces a file by one with a line for each place, those seen most; then adds counts."""
    known = read_lines(_read(number).splitlines())
    merge(known, counts)
    most = sorted(known.items(), key=lambda item: -item[1][0])[:MOST_PLACES]
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(b"".join(_lines(dict(most))))
        temporary.chmod(0o600)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return True


def _read(number: int) -> bytes:
    os.lseek(number, 0, os.SEEK_SET)
    with os.fdopen(os.dup(number), "rb") as file:
        return file.read()


def _lines(counts: Counts) -> Iterator[bytes]:
    for place, (count, first, last) in counts.items():
        line = {
            **{name: text for name, text in place._asdict().items() if text or name != "value"},
            "count": count,
            "first": int(first),
            "last": int(last),
        }
        yield json.dumps(line, ensure_ascii=False).encode() + b"\n"


def merge(counts: Counts, more: Mapping[Place, tuple[int, float, float]]) -> None:
    """Adds counts to others."""
    for place, (count, first, last) in more.items():
        known = counts.get(place, (0, first, last))
        counts[place] = (known[0] + count, min(known[1], first), max(known[2], last))


def read_lines(lines: Iterable[bytes]) -> Counts:
    """The counts of a file. Lines that are cut off or were not written here are left out."""
    found: Counts = {}
    for line in lines:
        try:
            node: object = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if is_object(node) and isinstance(node.get("count"), int):
            place = Place(*(str(node.get(name, "")) for name in Place._fields))
            times = (float(node.get("first", 0)), float(node.get("last", 0)))
            merge(found, {place: (node["count"], *times)})
    return found
