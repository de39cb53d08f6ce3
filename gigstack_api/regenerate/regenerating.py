"""A package from a spec: written, or compared with the one that is there."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from keyword import iskeyword
from pathlib import Path

from attrs import frozen

from . import drift as drift_log
from .comparison.packages import compare_packages
from .document import Node
from .findings import Finding, refuse
from .folder import LOCK, check_ours, files_in, lock_in, replacing
from .lock import Lock, lock_of
from .pipeline import Prepared, prepare
from .writing import generate


@frozen
class Written:
    """A package that was written: its client class, how many modules, and what to know of it.

    `changes` tells users of the package that was there before what is different. `proposals` is an
    overlay made from a drift log; it is not applied.
    """

    package: str
    class_name: str
    modules: int
    notes: tuple[Finding, ...]
    changes: tuple[str, ...] = ()
    proposals: Node | None = None


@frozen
class Checked:
    """How a package differs from what its spec gives now.

    `moved` names the parts of the lock that are not as they were, `files` the files that differ.
    `proposals` is an overlay made from a drift log.
    """

    moved: tuple[str, ...]
    files: tuple[str, ...]
    notes: tuple[Finding, ...]
    proposals: Node | None = None


def regenerate(
    spec: str | Path,
    *,
    out: str | Path,
    overlays: Sequence[str | Path] = (),
    package: str | None = None,
    drift: str | Path | None = None,
) -> Written:
    """Writes a package with a client of an API.

    The folder is replaced at once, when everything is written; until then it is as it was.

    Args:
        spec: A file or URL of an OpenAPI 3.0 or 3.1 document, in JSON or YAML.
        out: The folder of the package. What it holds must have been written by this function.
        overlays: Files of OpenAPI overlays, applied in this order.
        package: The import name of the package, and the name of its client class; by default the
            name of the folder, and a class named by the title of the API.
        drift: The log of a `DriftLog`, of which proposals for an overlay are made.

    Raises:
        UnusableSpec: no code can be written; nothing has changed.
    """
    folder = Path(out).absolute()
    check_ours(folder)
    prepared = prepare(spec, overlays, _name(package, folder), named=package is not None)
    proposals = _proposals(drift, prepared)
    with replacing(folder) as new:
        lock = _write(prepared, new)
        (new / LOCK).write_text(lock.to_text(), encoding="utf-8")
        modules = sum(name.endswith(".py") for name in files_in(new))
        changes = _changes(folder, new)
    target = prepared.target
    return Written(
        package=target.package,
        class_name=target.client_class,
        modules=modules,
        notes=prepared.notes,
        changes=changes,
        proposals=proposals,
    )


def check(
    spec: str | Path,
    *,
    out: str | Path,
    overlays: Sequence[str | Path] = (),
    package: str | None = None,
    drift: str | Path | None = None,
) -> Checked:
    """How a package differs from what `regenerate` with the same arguments would write.

    Raises:
        UnusableSpec: no code can be written.
    """
    folder = Path(out).absolute()
    prepared = prepare(spec, overlays, _name(package, folder), named=package is not None)
    with tempfile.TemporaryDirectory() as beside:
        new = Path(beside) / folder.name
        lock = _write(prepared, new)
        wanted, found = files_in(new), files_in(folder)
    files = (
        *(f"{name}: missing" for name in wanted.keys() - found.keys()),
        *(f"{name}: not generated" for name in found.keys() - wanted.keys()),
        *(
            f"{name}: changed"
            for name in found.keys() & wanted.keys()
            if found[name] != wanted[name]
        ),
    )
    moved = lock.moved_since(lock_in(folder))
    if files and "result" not in moved:
        moved.append("result")
    return Checked(tuple(moved), tuple(sorted(files)), prepared.notes, _proposals(drift, prepared))


def _write(prepared: Prepared, folder: Path) -> Lock:
    """Writes the code of a document to a new folder; gives its lock."""
    generate(prepared.document, folder, prepared.target)
    return lock_of(prepared.spec, prepared.overlays, prepared.document, files_in(folder))


def _proposals(log: str | Path | None, prepared: Prepared) -> Node | None:
    """The proposals of a drift log, if there is one.

    Raises:
        UnusableSpec: the log cannot be read.
    """
    if log is None:
        return None
    return drift_log.actions(Path(log), prepared.source, prepared.document)


def _changes(old: Path, new: Path) -> tuple[str, ...]:
    """The changes of the Python API since the package that is there, if one is."""
    if not (old / LOCK).exists():
        return ()
    return tuple(
        f"{change.level}: {OWN_CLIENT.sub('client.', change.name)} {change.what}"
        for change in compare_packages(old, new)
    )


OWN_CLIENT = re.compile(r"^gig\.")


def _name(package: str | None, folder: Path) -> str:
    """The import name of a package.

    Raises:
        UnusableSpec: Python cannot import it.
    """
    name = folder.name if package is None else package
    if not all(part.isidentifier() and not iskeyword(part) for part in name.split(".")):
        remedy = (
            "Name it with --package, like `my_api`."
            if package is None
            else "Use letters, digits and _."
        )
        raise refuse(
            "--out" if package is None else "--package", f"Python cannot import {name!r}.", remedy
        )
    return name
