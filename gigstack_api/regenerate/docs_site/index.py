"""The index of a documentation site, `llms.txt`: which page describes what. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import unquote, urljoin, urlsplit

from attrs import frozen

from gigstack_api._core.schema.types import is_object

from ..document import Node
from ..findings import Finding, UnusableSpec, refuse

MOST_ENTRIES = 2_000
NAME = "llms.txt"

ENTRY = re.compile(
    r"- (?:(?P<folder>[^\[\]]*?) )?\[(?P<title>.*)\]\((?P<url>\S+)\)(?::(?P<text>.*))?"
)
SLUG = re.compile(r"(?P<key>\d+(?P<kind>[med])\d*)\.md")
KEY = re.compile(r"\d+[med]\d*$")


class Kind(StrEnum):
    """The kinds of pages, by the letter at the end of their address."""

    GUIDE = "m"
    ENDPOINT = "e"
    SCHEMA = "d"


@frozen
class Entry:
    """A page of the index.

    `key` is the number and letter at the end of its address. It stays when the title changes.
    """

    url: str
    kind: Kind
    key: str
    title: str
    folder: tuple[str, ...]
    text: str = ""

    @property
    def slug(self) -> str:
        """The last part of its address, without the ending and decoded."""
        return unquote(urlsplit(self.url).path.rpartition("/")[2].removesuffix(".md"))


@frozen
class Index:
    """The pages of a site, and what in the index could not be used."""

    name: str
    entries: tuple[Entry, ...]
    notes: tuple[Finding, ...]


def parse_index(text: str, address: str) -> Index:
    """The index of a site, each page once.

    Raises:
        UnusableSpec: it lists no page of an endpoint or a schema, or too many pages.
    """
    if text.lstrip().startswith("<"):
        remedy = f"Give the address of its {NAME}."
        raise refuse(address, "This is a web page, not the index of a documentation site.", remedy)
    found: dict[str, Entry] = {}
    notes: list[Finding] = []
    name = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("# ") and not name:
            name = line[2:].strip()
        match = ENTRY.fullmatch(line.strip())
        if match is None:
            continue
        entry = _entry(match, address)
        if isinstance(entry, str):
            notes.append(Finding(f"{address} line {number}", entry, "The page is left out."))
        else:
            found.setdefault(entry.url, entry)
    if len(found) > MOST_ENTRIES:
        problem = f"It lists {len(found)} pages; at most {MOST_ENTRIES} are read."
        raise refuse(address, problem, "Give the index of one project.")
    if not any(entry.kind is not Kind.GUIDE for entry in found.values()):
        problem = "It lists no page of an endpoint or a schema."
        raise UnusableSpec([*notes, Finding(address, problem, "Give the address of an llms.txt.")])
    return Index(name, tuple(found.values()), tuple(notes))


def key_of(operation: Node) -> str:
    """The key of the page of an operation; empty if it names none."""
    docs = operation.get("externalDocs")
    found = KEY.search(str(docs.get("url", ""))) if is_object(docs) else None
    return found[0] if found else ""


def _entry(match: re.Match[str], address: str) -> Entry | str:
    """The page of a line, or why it cannot be used."""
    url = urljoin(address, match["url"])
    slug = SLUG.search(urlsplit(url).path)
    if _origin(url) != _origin(address):
        return f"{url} is on another host."
    if slug is None or not urlsplit(url).path.endswith(slug[0]):
        return f"{url} does not end in the number and letter of a page."
    return Entry(
        url=url,
        kind=Kind(slug["kind"]),
        key=slug["key"],
        title=match["title"].strip(),
        folder=tuple(_folders(match["folder"] or "")),
        text=(match["text"] or "").strip(),
    )


def _folders(text: str) -> Iterator[str]:
    return filter(None, (part.strip() for part in text.split(" > ")))


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()
