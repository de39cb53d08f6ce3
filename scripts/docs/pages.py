"""The pages under `docs/`, by language."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
ENGLISH = DOCS / "en"
GUIDES = ENGLISH / "guides"


def pages(folder: Path = ENGLISH) -> list[Path]:
    """The pages in a folder and below, in the order of their paths."""
    return sorted(folder.rglob("*.md"))
