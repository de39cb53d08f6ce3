"""The folder of a generated package: whose it is, and how it is replaced."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from .findings import refuse
from .lock import Lock, read_lock

LOCK = "openapi.lock"
WRITTEN = b"# Written by `python -m gigstack_api.regenerate`"
CACHES = {"__pycache__", ".ruff_cache", ".mypy_cache", ".pytest_cache"}


def files_in(folder: Path) -> dict[str, bytes]:
    """The bytes of the files of a package by their path in it; without its lock and caches."""
    found = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in found.items()
        if name.as_posix() != LOCK and not CACHES.intersection(name.parts)
    }


def lock_in(folder: Path) -> Lock | None:
    """The lock of a generated package."""
    return read_lock(folder / LOCK)


def check_ours(folder: Path) -> None:
    """Checks that a folder is missing, empty, or holds nothing but generated code.

    Raises:
        UnusableSpec: writing there would lose what somebody else wrote.
    """
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_symlink() or not folder.is_dir():
        raise refuse(str(folder), "This is not a folder.", "Name another one with --out.")
    if not any(folder.iterdir()):
        return
    if not (folder / LOCK).exists():
        raise refuse(
            str(folder),
            f"This folder was not written by this command: it holds no {LOCK}.",
            "Name another one with --out.",
        )
    for name, content in sorted(files_in(folder).items()):
        if name.endswith("py.typed") and not content:
            continue
        if not content.startswith(WRITTEN):
            raise refuse(
                f"{folder}/{name}",
                "This file was not written by this command and would be lost.",
                "Move it out of the folder.",
            )


@contextmanager
def replacing(folder: Path) -> Generator[Path]:
    """A new folder beside `folder`, which takes its place if the block ends without an error.

    Raises:
        OSError: it cannot be written; the old folder is as it was.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as beside:
        new, old = Path(beside) / "new" / folder.name, Path(beside) / "old"
        new.parent.mkdir()
        yield new
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if old.exists():
                shutil.move(old, folder)
            raise
