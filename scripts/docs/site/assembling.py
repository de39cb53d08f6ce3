"""The pages of a language, as the generator gets them.

They are those of `docs/`, without comments, and what is written at build time: the reference, the
changelog, and in a draft a stub for each page that does not exist yet.
"""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

from ..pages import DOCS, ROOT
from ..reference import write_reference
from . import markdown
from .navigation import HOME, LANGUAGES, Section, check, missing, read

CHANGELOG = "inside/changelog"
CHANGELOG_TITLE = {"en": "Changelog", "es": "Registro de cambios"}
CHANGELOG_NOTE = {"en": "", "es": "El registro de cambios se escribe en inglés.\n\n"}
STUB = {
    "en": "This page is not written yet.",
    "es": "Esta página todavía no está escrita.",
}
HOME_SETTINGS = "---\ntemplate: home.html\nhide:\n  - navigation\n  - toc\n---\n\n"
PICTURES = "images"
WRITTEN_AT_BUILD = {CHANGELOG}


def paths(folder: Path) -> list[str]:
    """The pages of a folder, as paths without suffix, in order."""
    return sorted(
        page.relative_to(folder).with_suffix("").as_posix() for page in folder.rglob("*.md")
    )


@frozen
class Sources:
    """Where the pages come from: the folder of both languages, and what is written at build time.

    `reference` writes pages into the folder of a language, and returns them in their order.
    """

    docs: Path = DOCS
    changelog: Path = ROOT / "CHANGELOG.md"
    reference: Callable[[Path, str], list[Path]] = write_reference

    @property
    def navigation(self) -> tuple[Section, ...]:
        """The sections of `navigation.yaml`."""
        return read(self.docs / "navigation.yaml")

    def check(self) -> None:
        """Compares the navigation with the handwritten pages.

        Raises:
            NavigationError: they differ.
        """
        pages = {name: {*paths(self.docs / name), *WRITTEN_AT_BUILD} for name in LANGUAGES}
        check(self.navigation, pages)


def assemble(
    target: Path, language: str, sources: Sources, *, draft: bool = False
) -> dict[str, str]:
    """Writes all pages of a language into an empty folder.

    Returns:
        The title of each page by its path: handwritten ones first, then the reference in its order.
    """
    source = sources.docs / language
    for path in paths(source):
        text = (source / f"{path}.md").read_text(encoding="utf-8")
        _write(target, path, _own_pictures(text, path))
    written = [
        page.relative_to(target).with_suffix("").as_posix()
        for page in sources.reference(target, language)
    ]
    log = sources.changelog.read_text(encoding="utf-8")
    _write(target, CHANGELOG, changelog(log, language))
    if (sources.docs / PICTURES).is_dir():
        shutil.copytree(sources.docs / PICTURES, target / PICTURES)
    if draft:
        _write_stubs(target, language, sources.navigation)
    _write(target, HOME, HOME_SETTINGS + (target / f"{HOME}.md").read_text(encoding="utf-8"))
    rest = [path for path in paths(target) if path not in written]
    return {path: _title(target, path) for path in (*rest, *written)}


def _write(target: Path, path: str, text: str) -> None:
    page = target / f"{path}.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(markdown.without_comments(text), encoding="utf-8")


def _title(target: Path, path: str) -> str:
    return markdown.title((target / f"{path}.md").read_text(encoding="utf-8")) or path


def _own_pictures(text: str, path: str) -> str:
    """A page with its pictures in its own language's folder instead of beside it."""
    depth = path.count("/")
    beside = "../" * (depth + 1) + f"{PICTURES}/"
    inside = "../" * depth + f"{PICTURES}/"

    def moved(link: str) -> str:
        return inside + link.removeprefix(beside) if link.startswith(beside) else link

    return markdown.with_links(text, moved)


def changelog(text: str, language: str) -> str:
    """The changelog as a page: its links to pages lead to those of the site, others are text."""

    def moved(link: str) -> str:
        name, _, anchor = link.partition("#")
        if not name.startswith("docs/en/"):
            return link
        page = posixpath.relpath(name.removeprefix("docs/en/"), "inside")
        return f"{page}#{anchor}" if anchor else page

    text = markdown.outside_code(text, _without_links_to_files)
    text = re.sub(r"^## \[(.+?)\]", r"## \1", text, flags=re.MULTILINE)
    title = f"# {CHANGELOG_TITLE[language]}\n\n{CHANGELOG_NOTE[language]}"
    return title + markdown.with_links(text, moved).partition("\n")[2].lstrip("\n")


def _without_links_to_files(text: str) -> str:
    def one(link: re.Match[str]) -> str:
        target = link["target"]
        known = target.startswith(("docs/en/", "http", "#"))
        return link.group() if known else link["head"].lstrip("!")[1:-2]

    return markdown.LINK.sub(one, text)


def _write_stubs(target: Path, language: str, sections: tuple[Section, ...]) -> None:
    for path, title in _missing(target, language, sections):
        _write(target, path, f"# {title}\n\n{STUB[language]}\n")


def _missing(
    target: Path, language: str, sections: tuple[Section, ...]
) -> Iterator[tuple[str, str]]:
    titles = {
        path: names[language] for section in sections for path, names in section.titles_by_path
    }
    for path in missing(sections, paths(target)):
        yield path, titles.get(path, HOME)
