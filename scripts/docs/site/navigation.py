"""The navigation: `docs/navigation.yaml`, held against the pages that exist.

A section has pages, groups of pages, and a folder whose other pages need not be listed: they come
in the order of their paths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NotRequired, TypeAlias, TypedDict

import yaml
from attrs import frozen

LANGUAGES = ("en", "es")
HOME = "index"
HOME_TITLE = {"en": "Home", "es": "Inicio"}

Tree: TypeAlias = "list[dict[str, str | Tree]]"
"""A navigation as Zensical reads it: titles with a file or with entries."""


class Node(TypedDict):
    """A section in the file; titles in the order of `LANGUAGES`."""

    title: list[str]
    pages: NotRequired[dict[str, list[str]]]
    groups: NotRequired[list[Node]]
    folder: NotRequired[str]


class NavigationError(Exception):
    """Pages and navigation differ. The text has a line for each page."""


@frozen
class Section:
    """A part of the navigation. `pages` holds titles by path, `folder` the start of other paths."""

    titles: Mapping[str, str]
    pages: Mapping[str, Mapping[str, str]]
    groups: tuple[Section, ...] = ()
    folder: str | None = None

    @classmethod
    def of(cls, node: Node) -> Section:
        """A section from the navigation file."""
        return cls(
            _by_language(node["title"]),
            {path: _by_language(titles) for path, titles in (node.get("pages") or {}).items()},
            tuple(map(cls.of, node.get("groups", ()))),
            node.get("folder"),
        )

    @property
    def titles_by_path(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """The pages that it lists: their paths and titles."""
        yield from self.pages.items()
        for group in self.groups:
            yield from group.titles_by_path

    @property
    def listed(self) -> Iterator[str]:
        """The paths of the pages that it lists."""
        return (path for path, _ in self.titles_by_path)

    @property
    def folders(self) -> Iterator[str]:
        """The folders whose pages need not be listed."""
        if self.folder:
            yield f"{self.folder}/"
        for group in self.groups:
            yield from group.folders


def _by_language(titles: Iterable[str]) -> Mapping[str, str]:
    return dict(zip(LANGUAGES, titles, strict=True))


def read(source: Path) -> tuple[Section, ...]:
    """The sections of a navigation file."""
    return tuple(map(Section.of, yaml.safe_load(source.read_text(encoding="utf-8"))))


def missing(sections: Iterable[Section], pages: Iterable[str]) -> list[str]:
    """The paths of the navigation that have no page."""
    listed = {HOME, *(path for section in sections for path in section.listed)}
    return sorted(listed - set(pages))


def unlisted(sections: Iterable[Section], pages: Iterable[str]) -> list[str]:
    """The paths of the pages that the navigation does not lead to."""
    sections = tuple(sections)
    listed = {HOME, *(path for section in sections for path in section.listed)}
    folders = tuple(folder for section in sections for folder in section.folders)
    return sorted(path for path in set(pages) - listed if not path.startswith(folders))


def check(sections: Iterable[Section], pages: Mapping[str, Iterable[str]]) -> None:
    """Compares the navigation with the paths of the pages of each language.

    Raises:
        NavigationError: a page is missing, in the navigation or on disk.
    """
    sections = tuple(sections)
    faults: list[str] = []
    for language, paths in pages.items():
        paths = tuple(paths)
        name = f"docs/{language}/{{}}.md is {{}}".format
        faults += [name(path, "in docs/navigation.yaml only") for path in missing(sections, paths)]
        faults += [name(path, "not in docs/navigation.yaml") for path in unlisted(sections, paths)]
    if faults:
        raise NavigationError("\n".join(faults))


def tree(sections: Iterable[Section], language: str, titles: Mapping[str, str]) -> Tree:
    """The navigation of a language. `titles` has the title of each page by path, in order."""
    entries: Tree = [{HOME_TITLE[language]: f"{HOME}.md"}]
    for section in sections:
        entries.append({section.titles[language]: _entries(section, language, titles)})
    return entries


def _entries(section: Section, language: str, titles: Mapping[str, str]) -> Tree:
    entries: Tree = [{names[language]: f"{path}.md"} for path, names in section.pages.items()]
    for group in section.groups:
        if inside := _entries(group, language, titles):
            entries.append({group.titles[language]: inside})
    if section.folder:
        listed = set(section.listed)
        others = [path for path in titles if path not in listed]
        entries += _of_folder(f"{section.folder}/", others, titles)
    return entries


def _of_folder(folder: str, paths: Iterable[str], titles: Mapping[str, str]) -> Tree:
    """The pages of a folder; a folder in it is a group with the title of its index."""
    inside = [path for path in paths if path.startswith(folder)]
    entries: Tree = []
    seen: set[str] = set()
    for path in inside:
        name, is_deeper, _ = path[len(folder) :].partition("/")
        if not is_deeper:
            entries.append({titles[path]: f"{path}.md"})
        elif name not in seen:
            seen.add(name)
            title = titles.get(f"{folder}{name}/{HOME}", name)
            entries.append({title: _of_folder(f"{folder}{name}/", inside, titles)})
    return entries
