"""The pages under `docs/`, by language."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
ENGLISH = DOCS / "en"
SPANISH = DOCS / "es"
GUIDES = ENGLISH / "guides"
README = ROOT / "README.md"


def pages(folder: Path = ENGLISH) -> list[Path]:
    """The pages in a folder and below, in the order of their paths."""
    return sorted(folder.rglob("*.md"))


def twin(page: Path) -> Path:
    """The Spanish twin of an English page."""
    if page.is_relative_to(ENGLISH):
        return SPANISH / page.relative_to(ENGLISH)
    return page.with_suffix(".es.md")
