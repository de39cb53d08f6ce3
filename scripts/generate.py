"""Writes `gigstack_api/operations` and `gigstack_api/_generated` from `openapi.yaml`.

With `--check` it compares them byte for byte instead, writes nothing, and says what has moved since
`spec/openapi.lock` was written: the spec, the overlay, the templates, the generator, the formatter
or the code.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from gigstack_api.regenerate import writing
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.lock import Lock, hash_files, lock_of, read_lock
from gigstack_api.regenerate.reading.parsing import parse
from gigstack_api.regenerate.report import PARTS

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "openapi.yaml"
PACKAGE = ROOT / "gigstack_api"
UPSTREAM = ROOT / "spec" / "upstream"
OVERLAY = ROOT / "spec" / "overlay.yaml"
LOCK = ROOT / "spec" / "openapi.lock"


def load() -> Node:
    """The document of `openapi.yaml`."""
    return parse(SPEC.read_bytes(), SPEC.name)


def generate() -> str:
    """Writes the code and its lock; gives what to say of it."""
    document = load()
    count = writing.write(document, PACKAGE)
    LOCK.parent.mkdir(exist_ok=True)
    LOCK.write_text(_lock(document).to_text(), encoding="utf-8")
    return f"wrote {count} modules to {' and '.join(writing.GENERATED)}"


def problems() -> list[str]:
    """Differences from the code that the spec gives, and from the lock."""
    document = load()
    files = writing.differences(document, PACKAGE)
    moved = _lock(document).moved_since(read_lock(LOCK))
    return [*(f"moved: {PARTS[name]}" for name in moved), *files]


def _lock(document: Node) -> Lock:
    """The lock of the code that is there."""
    upstream = [path for path in UPSTREAM.rglob("*") if path.is_file()]
    names = {path.relative_to(UPSTREAM).as_posix(): path.read_bytes() for path in upstream}
    overlay = [OVERLAY.read_text(encoding="utf-8")] if OVERLAY.exists() else []
    return lock_of(hash_files(names), overlay, document, writing.files_of(PACKAGE))


def main() -> None:
    """Generates, or checks for drift.

    Raises:
        SystemExit: there is drift, or no code can be written.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="compare with what is committed, write nothing"
    )
    checks = parser.parse_args().check
    try:
        if not checks:
            print(generate())
            return
        found = problems()
    except UnusableSpec as error:
        raise SystemExit(f"openapi.yaml cannot be used:\n{error}") from None
    if found:
        lines = "\n  ".join(found)
        raise SystemExit(f"the code is not that of openapi.yaml; run `make generate`:\n  {lines}")
    print("the generated code matches openapi.yaml")


if __name__ == "__main__":
    main()
