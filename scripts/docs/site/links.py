"""The links of the built site: each leads to a file of it, and to an anchor in that file.

Nothing is asked of the network: of links to other hosts only the form is checked. What a browser
loads by itself (scripts, styles, pictures) must be part of the site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from attrs import define, field, frozen

from . import markdown

LOADED = {("img", "src"), ("script", "src"), ("source", "src"), ("iframe", "src"), ("video", "src")}
LOADING_RELATIONS = {"stylesheet", "icon", "preload", "preconnect", "modulepreload", "dns-prefetch"}
STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+\Z")


@frozen
class Fault:
    """A link that does not work."""

    page: str
    link: str
    reason: str

    def __str__(self) -> str:
        return f"{self.page}: {self.link}: {self.reason}"


@define
class _Page(HTMLParser):
    """The links of a page, the files that it loads, and its anchors."""

    linked: list[str] = field(factory=list[str])
    loaded: list[str] = field(factory=list[str])
    anchors: set[str] = field(factory=set[str])
    without_alt: list[str] = field(factory=list[str])

    def __attrs_post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors.update(values[name] for name in ("id", "name") if name in values)
        for name, value in values.items():
            if (tag, name) in LOADED:
                self.loaded.append(value)
        if "href" in values:
            relations = set(values.get("rel", "").split())
            loads = tag == "link" and relations & LOADING_RELATIONS
            (self.loaded if loads else self.linked).append(values["href"])
        if tag == "img" and not values.get("alt"):
            self.without_alt.append(values.get("src", ""))


def check(site: Path, *, anchors: bool = True) -> list[Fault]:
    """The links of a site that do not work, in the order of its pages.

    `anchors` says whether links to parts of pages are looked at.
    """
    return [*_of_pages(site, anchors=anchors), *_of_twins(site), *_of_styles(site)]


def _of_pages(site: Path, *, anchors: bool) -> Iterator[Fault]:
    parsed = cache(_parse)

    def anchors_of(file: Path) -> set[str]:
        return parsed(file).anchors

    known = anchors_of if anchors else None
    for file in sorted(site.rglob("*.html")):
        if file.name == "404.html":  # shown at any path, so its links are absolute
            continue
        name, page = file.relative_to(site).as_posix(), parsed(file)
        for link in dict.fromkeys(page.loaded):
            if _is_elsewhere(link):
                yield Fault(name, link, "is loaded from another host")
            elif reason := _fault_inside(site, file, link, None):
                yield Fault(name, link, reason)
        for link in dict.fromkeys(page.linked):
            if reason := _fault(site, file, link, known):
                yield Fault(name, link, reason)
        for link in page.without_alt:
            yield Fault(name, link, "a picture without a text")


def _parse(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text(encoding="utf-8"))
    return page


def _of_twins(site: Path) -> Iterator[Fault]:
    """Faults in Markdown twins and `llms.txt`, whose links name files."""
    for file in sorted([*site.rglob("*.md"), *site.rglob("llms.txt")]):
        text = markdown.FENCED.sub("", file.read_text(encoding="utf-8"))
        for link in dict.fromkeys(found["target"] for found in markdown.LINK.finditer(text)):
            if reason := _fault(site, file, link, None):
                yield Fault(file.relative_to(site).as_posix(), link, reason)


def _of_styles(site: Path) -> Iterator[Fault]:
    for file in sorted([*site.rglob("*.css"), *site.rglob("*.svg")]):
        for link in dict.fromkeys(STYLE_URL.findall(file.read_text(encoding="utf-8"))):
            if _is_elsewhere(link):
                yield Fault(file.relative_to(site).as_posix(), link, "is loaded from another host")


def _is_elsewhere(link: str) -> bool:
    parts = urlsplit(link)
    return parts.scheme in {"http", "https"} or (bool(parts.netloc) and parts.scheme != "data")


Anchors = Callable[[Path], "set[str]"]


def _fault(site: Path, file: Path, link: str, anchors: Anchors | None) -> str | None:
    """Why a link does not work; None if it does."""
    parts = urlsplit(link)
    if parts.scheme in {"http", "https"}:
        host = parts.hostname or ""
        is_local = host in {"localhost", "127.0.0.1"}
        return None if is_local or HOST.match(host) else "is not an address"
    if parts.scheme == "mailto":
        return None if "@" in parts.path else "is not a mail address"
    if parts.scheme:
        return f"has the unknown scheme {parts.scheme}"
    return _fault_inside(site, file, link, anchors)


def _fault_inside(site: Path, file: Path, link: str, anchors: Anchors | None) -> str | None:
    parts = urlsplit(link)
    if parts.scheme == "data":
        return None
    if parts.netloc or parts.path.startswith("/"):
        return "is absolute: the site could not be moved"
    target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    if not target.is_relative_to(site.resolve()):
        return "leads out of the site"
    if not target.is_file():
        return "the file does not exist"
    if anchors and parts.fragment and unquote(parts.fragment) not in anchors(target):
        return "the anchor does not exist"
    return None
