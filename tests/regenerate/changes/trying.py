"""What comes of a change of the spec: a report, the files it touches, the names it changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from gigstack_api.regenerate import checks, facts, normalising, overlays, reading
from gigstack_api.regenerate.comparison.printing import to_changelog
from gigstack_api.regenerate.comparison.reports import Report, report
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import Finding, UnusableSpec
from gigstack_api.regenerate.writing import files_of, generate
from scripts import yaml_files

from .editing import edited

HERE = Path(__file__).parent


def load(name: str) -> Any:
    """A YAML file of this folder."""
    return yaml_files.read(HERE / name)


@frozen(kw_only=True)
class Written:
    """A document and its code: the folder, and the bytes of the files."""

    document: Node
    folder: Path
    files: Mapping[str, bytes] = {}
    unmatched: tuple[overlays.Action, ...] = ()
    idle: tuple[overlays.Action, ...] = ()
    notes: tuple[Finding, ...] = ()
    guesses: tuple[Finding, ...] = ()


def settle(upstream: Node, overlay: Node, folder: Path) -> Written:
    """A document after its overlay, without its code.

    Raises:
        UnusableSpec: no code can be written from it.
    """
    spec = folder.with_suffix(".json")
    spec.parent.mkdir(exist_ok=True)
    spec.write_text(json.dumps(upstream), encoding="utf-8")
    applied = overlays.apply(reading.read(spec), overlay)
    normalised = normalising.normalise(applied.document)
    inferred = facts.infer(normalised.document)
    document = inferred.document
    if findings := checks.check(document):
        raise UnusableSpec(findings)
    return Written(
        document=document,
        folder=folder,
        unmatched=applied.unmatched,
        idle=applied.idle,
        notes=normalised.notes,
        guesses=inferred.guesses,
    )


def write(upstream: Node, overlay: Node, folder: Path, old: Written | None = None) -> Written:
    """The code of a document after its overlay; that of `old` if the document is the same.

    Raises:
        UnusableSpec: no code can be written from it.
    """
    new = settle(upstream, overlay, folder)
    if old is not None and new.document == old.document:
        folder = old.folder
    else:
        generate(new.document, folder)
    return evolve(new, folder=folder, files=files_of(folder))


def compared(old: Written, new: Written) -> Report:
    """The report of a change; without the names in Python if one of the two has no code."""
    touched = sorted(
        name
        for name in old.files.keys() | new.files.keys()
        if old.files.get(name) != new.files.get(name)
    )
    return report(
        old.document,
        new.document,
        packages=(old.folder, new.folder) if old.files and new.files else None,
        unmatched=new.unmatched,
        idle=new.idle,
        notes=[note for note in new.notes if note not in old.notes],
        guesses=[guess for guess in new.guesses if guess not in old.guesses],
        files=touched,
    )


def outcome_of(
    edits: list[list[Any]], base: Node, overlay: Node, old: Written, folder: Path
) -> Node:
    """What a row of changes.yaml says about its edits; parts with nothing in them are left out.

    If `old` has no code, that is what can be said without code.
    """
    try:
        upstream = edited(base, edits)
        new = (
            write(upstream, overlay, folder, old)
            if old.files
            else settle(upstream, overlay, folder)
        )
    except UnusableSpec as error:
        return {"refused": [str(finding) for finding in error.findings]}
    return {part: lines for part, lines in outcome(old, new).items() if lines}


def outcome(old: Written, new: Written) -> dict[str, list[str]]:
    """All that comes of a change."""
    found = compared(old, new)
    sections = to_changelog(found.entries)
    names = {f"{one.level}: {one.name} {one.what}" for entry in found.entries for one in entry.api}
    return {
        "report": [
            f"{entry.level}: {entry.line} [{entry.change.id if entry.change else 'package'}]"
            for entry in found.entries
        ],
        "overlay": [
            *(f"selects nothing: {action}" for action in found.unmatched),
            *(f"changes nothing: {action}" for action in found.idle),
        ],
        "notes": [str(note) for note in (*found.notes, *found.guesses)],
        "files": [f"{_mark(name, old, new)}{name}" for name in found.files],
        "python": sorted(names),
        "changelog": [
            f"{section}: {line.removeprefix('- ')}"
            for section, lines in sections.items()
            for line in lines
        ],
    }


def _mark(name: str, old: Written, new: Written) -> str:
    """`+` for a file that came, `-` for one that went."""
    return "+ " if name not in old.files else "- " if name not in new.files else ""
