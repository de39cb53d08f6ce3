"""Saves the state to a file and loads it."""

from __future__ import annotations

import json
import os
import stat
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from attrs import asdict, fields

from .call import Answer
from .resource import Resource
from .state import State, Team

VERSION = 1
MAX_DEPTH = 64
"""How deep a file may be nested: a body of a call is not, and a copy of more is not possible."""

LISTED = frozenset(
    {
        *("clients", "documents", "drafts", "invoices", "payments", "receipts", "retentions"),
        *("services", "teams", "users", "webhooks"),
    }
)
"""The collections whose resources are listed, which takes their ids."""

TEAM_TYPES = {field.name: {"bool": bool}.get(str(field.type), str) for field in fields(Team)}


def check_place(path: Path) -> None:
    """Checks that a state can be saved to a file, without changing it.

    Raises:
        ValueError: it cannot; the text says why.
    """
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        mode = None
    except OSError as error:
        raise ValueError(f"cannot use {path}: {error.strerror}") from error
    if mode is None and not path.parent.is_dir():
        raise ValueError(f"there is no folder {path.parent}; create it first")
    if mode is not None and stat.S_ISLNK(mode):
        raise ValueError(f"{path} is a link; name the file itself")
    if mode is not None and stat.S_ISDIR(mode):
        raise ValueError(f"{path} is a directory; name a file in it")
    if mode is not None and not stat.S_ISREG(mode):
        raise ValueError(f"{path} is not a regular file")
    if mode is not None and not os.access(path, os.W_OK):
        raise ValueError(f"{path} is read-only; make it writable, or name another file")
    temporary = _temporary(path)
    try:
        os.close(_create(temporary, 0o600))
        temporary.unlink()
    except OSError as error:
        raise ValueError(f"cannot write in {path.parent}: {error.strerror}") from error


def save(state: State, path: Path) -> None:
    """Writes teams, resources, files and idempotent answers of a state to a file.

    The file is replaced at once, so readers never see half of it, and a failure leaves the old one.
    A new file can be read by its owner only.

    Raises:
        OSError: it cannot be written.
    """
    document = {
        "version": VERSION,
        "teams": [asdict(team) for team in state.teams.values()],
        "collections": [
            [team, kind, resources] for (team, kind), resources in state.collections().items()
        ],
        "answers": [
            [*place, body, answer.status, answer.document]
            for place, (body, answer) in state.answers.items()
        ],
        "files": {
            name: [b64encode(content).decode(), media_type]
            for name, (content, media_type) in state.files().items()
        },
    }
    content = json.dumps(document, ensure_ascii=False).encode()
    temporary = _temporary(path)
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mode = 0o600
    try:
        with os.fdopen(_create(temporary, mode), "wb") as file:
            temporary.chmod(mode)  # whatever the umask is
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def load(state: State, path: Path) -> None:
    """Fills a state from a file.

    Raises:
        ValueError: the file cannot be read, or the sandbox did not write it. The
            state is unchanged.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ValueError(f"cannot read {path.name}: {error.strerror}") from error
    try:
        document: object = json.loads(content)
        if not isinstance(document, dict) or document.get("version") != VERSION:  # pyright: ignore[reportUnknownMemberType] - JSON
            raise ValueError(f"it says nothing of version {VERSION}")
        loaded = cast("dict[str, Any]", document)
        _check_depth(loaded)
        teams = _part(_teams, loaded, "teams")
        collections = _part(_collections, loaded, "collections")
        answers = _part(_answers, loaded, "answers")
        files = _part(_files, loaded, "files")
        if not set(teams) <= set(collections.get(("", "teams"), {})):
            raise ValueError("teams: one is not kept as a resource")
    except (ValueError, RecursionError, MemoryError) as error:
        reason = str(error) if isinstance(error, ValueError) else "it is too large for the memory"
        if isinstance(error, (UnicodeDecodeError, json.JSONDecodeError, RecursionError)):
            reason = "it is not JSON of a state"
        raise ValueError(
            f"{path.name} holds no state of this sandbox: {reason}. It is left as it is; name "
            "another file"
        ) from error
    state.restore(teams, collections, files)
    state.answers.update(answers)
    state.kept_bytes = len(content)


def _temporary(path: Path) -> Path:
    """Where a file is written before it replaces the old one. One name: a killed run leaves one."""
    return path.with_name(f".{path.name}.new")


def _create(path: Path, mode: int) -> int:
    """The descriptor of a new file. What is there is removed, so that no link is followed."""
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, mode)


def _part(read: Any, document: dict[str, Any], name: str) -> Any:
    """A part of the file.

    Raises:
        ValueError: it is missing or has another form; the text names it.
    """
    try:
        return read(document[name])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{name}: {error if type(error) is ValueError else 'wrong'}") from error


def _teams(part: Any) -> dict[str, Team]:
    teams = {fields["id"]: Team(**fields) for fields in _list(part)}
    if not teams or len(teams) != len(part):
        raise ValueError("no teams" if not teams else "one is there twice")
    if any(
        not isinstance(getattr(team, name), kind)
        for team in teams.values()
        for name, kind in TEAM_TYPES.items()
    ):
        raise TypeError
    return teams


def _collections(part: Any) -> dict[tuple[str, str], dict[str, Resource]]:
    collections: dict[tuple[str, str], dict[str, Resource]] = {}
    for team, kind, resources in _list(part):
        collections[_text(team), _text(kind)] = resources
        if not all(isinstance(resource, dict) for resource in resources.values()):
            raise TypeError
        listed = kind.partition(",")[0] in LISTED
        if listed and any(key != resource["id"] for key, resource in resources.items()):
            raise ValueError("an id is not that of its resource")
    return collections


def _answers(part: Any) -> dict[tuple[str, bool, str, str], tuple[Resource, Answer]]:
    return {
        (_text(team), bool(livemode), _text(operation), _text(key)): (
            dict(body),
            Answer(int(status), dict(answer)),
        )
        for team, livemode, operation, key, body, status, answer in _list(part)
    }


def _files(part: Any) -> dict[str, tuple[bytes, str]]:
    return {
        name: (b64decode(content, validate=True), _text(media_type))
        for name, (content, media_type) in part.items()
    }


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value  # pyright: ignore[reportUnknownVariableType] - JSON


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _check_depth(document: object) -> None:
    """Checks that a document is not nested too deeply. Not recursive itself.

    Raises:
        ValueError: it is.
    """
    level: list[object] = [document]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for value in level
            if isinstance(value, (dict, list))
            for inner in (value.values() if isinstance(value, dict) else value)  # pyright: ignore[reportUnknownVariableType] - JSON
        ]
        if not level:
            return
    raise ValueError(f"it is nested deeper than {MAX_DEPTH} levels")
