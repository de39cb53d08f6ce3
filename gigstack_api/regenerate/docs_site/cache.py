"""Fetched pages on disk, so that a later run asks for changes only, or goes on."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path

from attrs import asdict, field, frozen

from gigstack_api._core.schema.types import is_object

RUN = "run.txt"
MOST_AGE_S = 24 * 3600
"""A run that was stopped longer ago than this is not continued: its pages may have changed."""


@frozen
class Kept:
    """A page as it was fetched, and what the host calls this version of it."""

    body: bytes = field(repr=False)
    etag: str = ""
    last_modified: str = ""


class Cache:
    """The pages of one site in a folder, which may be deleted at any time."""

    def __init__(self, folder: Path, *, now: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._now = now

    def load(self, url: str) -> Kept | None:
        """A page that was fetched earlier; None if it was not, or its file is damaged."""
        path = self._path(url)
        try:
            about: object = json.loads(path.with_suffix(".json").read_bytes())
            body = path.with_suffix(".md").read_bytes()
        except (OSError, ValueError):
            return None
        if not is_object(about) or about.get("sha256") != hashlib.sha256(body).hexdigest():
            return None
        return Kept(body, str(about.get("etag", "")), str(about.get("last_modified", "")))

    def store(self, url: str, kept: Kept) -> None:
        """Keeps a page.

        Raises:
            OSError: it cannot be written.
        """
        path = self._path(url)
        path.parent.mkdir(parents=True, exist_ok=True)
        about = {
            **asdict(kept, filter=lambda attribute, _: attribute.name != "body"),
            "url": url,
            "sha256": hashlib.sha256(kept.body).hexdigest(),
        }
        path.with_suffix(".md").write_bytes(kept.body)  # one cut off does not have its hash
        path.with_suffix(".json").write_text(json.dumps(about), encoding="utf-8")

    def begin(self, index: str) -> set[str]:
        """Begins a run; gives the pages that an unfinished run of the same index has fetched."""
        head = hashlib.sha256(index.encode()).hexdigest()
        path = self._folder / RUN
        try:
            first, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        except (OSError, ValueError):
            first, lines = "", []
        known, _, started = first.strip().partition(" ")
        if known == head and self._is_recent(started):
            return {line.rstrip("\n") for line in lines if line.endswith("\n")}
        self._folder.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{head} {int(self._now())}\n", encoding="utf-8")
        return set()

    def mark(self, url: str) -> None:
        """Notes that a page was fetched in this run."""
        with (self._folder / RUN).open("a", encoding="utf-8") as file:
            file.write(f"{url}\n")

    def end(self) -> None:
        """Ends a run that fetched all pages."""
        (self._folder / RUN).unlink(missing_ok=True)

    def _is_recent(self, started: str) -> bool:
        return started.isdecimal() and 0 <= self._now() - int(started) < MOST_AGE_S

    def _path(self, url: str) -> Path:
        return self._folder / "pages" / hashlib.sha256(url.encode()).hexdigest()[:40]
