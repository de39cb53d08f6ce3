"""All that changed, with what it means: one report, and its forms in `printing.py`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from attrs import evolve, field, frozen

from ..document import Node, schemas
from ..findings import Finding
from .aliases import aliases
from .changes import Change, Level, gravest
from .documents import compare
from .grouping import grouped
from .packages import ApiChange, compare_packages, worst
from .subjects import class_name
from .touched import Touched, touched
from .usage import usage

BEHAVIOUR = {"server-changed", "security-changed", "unit-changed"}
"""Rules by which calls mean something else, though no name and no type is different."""


@frozen(kw_only=True)
class Entry:
    """A change of the document with what it does to the Python API, or one of the latter alone."""

    line: str
    change: Change | None = None
    api: tuple[ApiChange, ...] = ()

    @property
    def python(self) -> Level | None:
        """The meaning for users of the package; None if there is none."""
        if self.change is not None and self.change.id.rpartition("field-")[2] in BEHAVIOUR:
            return Level.BREAKING
        return worst(self.api)

    @property
    def level(self) -> Level:
        """The meaning at all: for the HTTP contract, or for users of the package if graver."""
        found = [self.change.level] if self.change else []
        return gravest((*found, *([self.python] if self.python else [])))


@frozen(kw_only=True)
class Report:
    """All changes with their consequences."""

    entries: tuple[Entry, ...]
    compared_packages: bool = False
    unmatched: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    notes: tuple[Finding, ...] = ()
    guesses: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()
    touched: tuple[Touched, ...] = ()
    aliases: tuple[Node, ...] = field(factory=tuple[Node, ...])

    def count(self, level: Level) -> int:
        """The number of entries of a level."""
        return sum(entry.level == level for entry in self.entries)


def report(
    old: Node,
    new: Node,
    *,
    packages: tuple[Path, Path] | None = None,
    unmatched: Iterable[object] = (),
    idle: Iterable[object] = (),
    notes: Iterable[Finding] = (),
    guesses: Iterable[Finding] = (),
    files: Collection[str] = (),
    repository: Path | None = None,
) -> Report:
    """All changes from one normalised document to another, with their meaning.

    Args:
        old: The document before.
        new: The document now.
        packages: The folders of the packages generated from both.
        unmatched: The overlay actions that select nothing.
        idle: The overlay actions that change nothing.
        notes: What normalising has to say.
        guesses: What facts were guessed.
        files: The generated files that changed.
        repository: The folder with the tests and handlers to look through.
    """
    changes = compare(old, new)
    api = _packages(old, new, changes, packages) if packages else ()
    operations = [name for change in changes for name in change.operations if _matters(change)]
    return Report(
        entries=_entries(grouped(changes), api),
        compared_packages=packages is not None,
        unmatched=tuple(map(str, unmatched)),
        idle=tuple(map(str, idle)),
        notes=tuple(notes),
        guesses=tuple(guesses),
        files=tuple(files),
        touched=touched((old, new), operations, repository) if repository else (),
        aliases=aliases(old, new, changes),
    )


def _packages(
    old: Node, new: Node, changes: Iterable[Change], packages: tuple[Path, Path]
) -> tuple[ApiChange, ...]:
    used = usage(old), usage(new)
    sent = [
        class_name(schema, name)
        for name, schema in schemas(new).items()
        if not any(name in side and side[name].received for side in used)
    ]
    return compare_packages(*packages, renamed=_classes(changes), sent=sent)


def _matters(change: Change) -> bool:
    return change.level != Level.TEXT


def _classes(changes: Iterable[Change]) -> dict[str, str]:
    """The classes that have another name now."""
    return {str(change.was): str(change.now) for change in changes if change.id == "schema-renamed"}


def _entries(changes: Iterable[Change], api: Iterable[ApiChange]) -> tuple[Entry, ...]:
    """The changes of the document joined with those of the package by the names in it."""
    left = list(api)
    entries: list[Entry] = []
    for change in changes:
        mine = tuple(one for one in left if _is_about(one, change))
        entries.append(Entry(line=change.line, change=change, api=mine))
    joined = {one for entry in entries for one in entry.api}
    for index, entry in enumerate(entries):
        mine = tuple(one for one in left if one not in joined and _is_argument_of(one, entry))
        joined.update(mine)
        entries[index] = evolve(entry, api=(*entry.api, *mine))
    entries += [Entry(line=_line(one), api=(one,)) for one in left if one not in joined]
    order = list(Level)
    return tuple(sorted(entries, key=lambda entry: order.index(entry.level)))


WHOLE = ("operation-added", "operation-removed")
AGREES = {
    "removed": ("removed", "renamed", "status", "media-type"),
    "added": ("added", "renamed", "status", "media-type", "opened"),
    "added, required": ("added", "renamed"),
    "type": (
        "type",
        "nullable",
        "required",
        "optional",
        "default",
        "enum",
        "fact",
        "format",
        "unit",
        "media-type-removed",
        "envelope",
        "status-added",
    ),
    "required": ("required", "optional", "type", "fact"),
    "optional": ("required", "optional", "type", "fact"),
    "default": ("default", "enum"),
    "deprecated": ("deprecated",),
}
"""The words in an identifier that a change of the package agrees with, by what it is."""


def _is_about(one: ApiChange, change: Change) -> bool:
    """Whether a change of the package follows from one of the document."""
    if change.level == Level.TEXT:
        return False
    names = {re.sub(r"^(\w+)Dict\b", r"\1", one.name), one.name}
    owner = one.name.rpartition(".")[0] if "(" not in one.name else ""
    if "enum-value" in change.id and owner in change.subjects:
        return _names_value(one, change)
    if change.id in {"operation-moved", "schema-renamed"} and not _names_other(one, change):
        return False
    if change.id in WHOLE and any(name.startswith(f"{one.name}.") for name in change.subjects):
        return True  # its resource came or went
    if names.isdisjoint(change.subjects):
        return False
    words = change.id.split("-")
    return change.id.startswith(("operation", "schema-")) or any(
        word in change.id or word in words for word in AGREES.get(one.what, (one.what,))
    )


def _is_argument_of(one: ApiChange, entry: Entry) -> bool:
    """Whether a change is that of an argument that comes and goes with a body."""
    method = one.name.partition("(")[0]
    change = entry.change
    return change is not None and change.id.startswith("body-") and method in change.subjects


def _names_value(one: ApiChange, change: Change) -> bool:
    """Whether an enum member is the one of a value that came or went."""
    member = one.name.rpartition(".")[2].lower()
    value = change.was if change.now is None else change.now
    plain = re.sub(r"\W+", "_", str(value)).strip("_").lower()
    return member.strip("_") in {plain, f"value_{plain}"} or "renamed" in change.id


def _names_other(one: ApiChange, change: Change) -> bool:
    """Whether a change is that of a name, which a renamed thing has two of."""
    return one.what in {"removed", "added"} and "(" not in one.name


def _line(one: ApiChange) -> str:
    """The line of a change that the package alone has."""
    argument = re.fullmatch(r"(.+)\((\w+)\)", one.name)
    it = f"the argument `{argument[2]}` of `{argument[1]}`" if argument else f"`{one.name}`"
    words = {
        "removed": f"{it} is gone",
        "added": f"{it} is new",
        "added, required": f"{it} is new, and required",
        "required": f"{it} is required",
        "optional": f"{it} is optional",
        "type": f"{it} is typed `{one.now}` instead of `{one.was}`",
        "default": f"{it} has another value",
        "deprecated": f"{it} is deprecated",
    }
    line = words.get(one.what, f"{it} has changed")
    return line[:1].upper() + line[1:]
