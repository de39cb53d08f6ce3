"""The lock of generated code: what it was made from, as hashes, and which of that has moved."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from attrs import asdict, fields, frozen

from gigstack_api._version import __version__

from . import options
from .document import Node
from .writing.generating import TEMPLATES

NOTE = "Written with the code beside it; never edited."


@frozen
class Lock:
    """The sources of generated code. Documents, templates and code are hashed.

    `spec` is the document that was read, `document` the one after overlays and normalisation.
    """

    spec: str
    overlay: str
    document: str
    gigstack_api: str
    generator: str
    templates: str
    formatter: str
    result: str

    def moved_since(self, before: Lock | None) -> list[str]:
        """The names of the parts that are not as in an earlier lock; all if there is none."""
        names = [field.name for field in fields(Lock)]
        return [name for name in names if getattr(self, name) != getattr(before, name, None)]

    def to_text(self) -> str:
        """The lock as the text of a file."""
        return json.dumps({"note": NOTE, **asdict(self)}, indent=2) + "\n"


def lock_of(spec: str, overlays: Iterable[str], document: Node, files: Mapping[str, bytes]) -> Lock:
    """The lock of code that was written now, from a spec and overlays given as their hashes."""
    templates = [*TEMPLATES.glob("*.jinja"), options.FILE]
    return Lock(
        spec=spec,
        overlay=_hash(*(text.encode() for text in overlays)),
        document=hash_document(document),
        gigstack_api=__version__,
        generator=version("openapi-python-client"),
        templates=hash_files({path.name: path.read_bytes() for path in templates}),
        formatter=version("ruff"),
        result=hash_files(files),
    )


def read_lock(path: Path) -> Lock | None:
    """The lock in a file; None if there is none that can be read."""
    try:
        held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        held.pop("note")
        return Lock(**held)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def hash_document(document: Node) -> str:
    """The hash of a document, whatever its layout in a file."""
    return _hash(json.dumps(document, default=str).encode())


def hash_files(files: Mapping[str, bytes]) -> str:
    """The hash of files and their names."""
    return _hash(*(part for name in sorted(files) for part in (name.encode(), files[name])))


def _hash(*parts: bytes) -> str:
    """A hash of parts, each with its length, so that no two lists of parts have the same."""
    found = hashlib.sha256()
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()
