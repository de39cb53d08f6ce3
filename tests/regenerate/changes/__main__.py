"""Writes what comes of each change of changes.yaml into it, to be read in its diff.

    python -m tests.regenerate.changes [--check]

With `--check` it writes nothing and fails if the file would differ.
Only the edits and the name of a new row have to be written by hand.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

import yaml

from .trying import HERE, load, outcome_of, write

PARTS = ("refused", "report", "overlay", "notes", "files", "python", "changelog")


def as_yaml(row: dict[str, Any]) -> str:
    """A row with its edits in few lines."""
    lines = [f"- study: {row['study']!r}", f"  name: {row['name']}"]
    if row["edits"]:
        lines.append("  edits:")
    for edit in row["edits"]:
        text: str = yaml.safe_dump(  # pyright: ignore[reportUnknownMemberType]
            edit, default_flow_style=True, width=90, sort_keys=False
        )
        first, *others = text.rstrip().splitlines()
        lines += [f"    - {first}", *(f"    {line}" for line in others)]
    for part in PARTS:
        if row.get(part):
            lines.append(f"  {part}:")
            lines += [f"    - {_scalar(text)}" for text in row[part]]
    return "\n".join(lines)


def _scalar(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def main() -> None:
    """Rewrites the expectations of all rows, or compares them.

    Raises:
        SystemExit: they differ.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare and write nothing")
    checks = parser.parse_args().check
    rows = load("changes.yaml")
    base, overlay = load("base.yaml"), load("overlay.yaml")
    head = (HERE / "changes.yaml").read_text(encoding="utf-8").partition("\n- ")[0]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old = write(base, overlay, folder / "base" / "trial")
        for index, row in enumerate(rows):
            row.setdefault("edits", [])
            for part in PARTS:
                row.pop(part, None)
            row |= outcome_of(row["edits"], base, overlay, old, folder / str(index) / "trial")
    text = "\n".join([head.rstrip(), *map(as_yaml, rows)]) + "\n"
    if not checks:
        (HERE / "changes.yaml").write_text(text, encoding="utf-8")
    elif text != (HERE / "changes.yaml").read_text(encoding="utf-8"):
        raise SystemExit(
            "changes.yaml does not say what comes of its changes; run"
            " `python -m tests.regenerate.changes` and read its diff"
        )


if __name__ == "__main__":
    main()
