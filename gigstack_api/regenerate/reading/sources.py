"""The files of a spec: where they are, which of them may be read, and their contents.

A file may refer to files in its own folder and below; a URL to addresses on the same host.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import httpx

from ..document import Node
from ..findings import refuse
from .parsing import parse

MAX_BYTES = 32 * 2**20
"""The largest file that is read. The largest public specs have some 12 MB."""

TIMEOUT_S = 30.0
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Files:
    """The files that belong to one spec, each loaded once."""

    def __init__(self, source: str | Path) -> None:
        text = str(source)
        self.is_url = "://" in text
        self.root = text if self.is_url else os.path.realpath(text)
        self._folder = Path(self.root).parent
        self._parsed: dict[str, Node] = {}

    def parsed(self, location: str, place: str = "") -> Node:
        """The document at a location. `place` is where another file refers to it.

        Raises:
            UnusableSpec: it cannot be loaded or parsed.
        """
        if location not in self._parsed:
            content = (_fetch if self.is_url else _load)(location, place or self.label(location))
            self._parsed[location] = parse(content, self.label(location))
        return self._parsed[location]

    def beside(self, location: str, relative: str, place: str) -> str:
        """The location that a file names relative to its own.

        Raises:
            UnusableSpec: it is on another host, or outside the folder of the spec.
        """
        if self.is_url:
            found = urljoin(location, relative)
            if urlsplit(found)[:2] != urlsplit(self.root)[:2]:
                raise refuse(
                    place,
                    f"$ref {relative!r} leads to another host.",
                    "Only files on the host of the spec are read; put a copy there.",
                )
            return found
        if "\0" in unquote(relative):
            raise refuse(place, "this $ref holds a null character.", "Correct it.")
        found = os.path.realpath(Path(location).parent / unquote(relative))
        if "://" in relative or not Path(found).is_relative_to(self._folder):
            raise refuse(
                place,
                f"$ref {relative!r} leads out of the folder of the spec.",
                "Only files in that folder and below are read; put a copy there.",
            )
        return found

    def label(self, location: str) -> str:
        """A short name of a location in findings."""
        if self.is_url:
            return urlsplit(location).path.rpartition("/")[2] or location
        return os.path.relpath(location, self._folder).replace(os.sep, "/")


def _load(location: str, place: str) -> bytes:
    try:
        with Path(location).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refuse(
            place, f"{Path(location).name} cannot be read: {reason}.", "Correct the path."
        ) from None
    _check_size(len(content), place)
    return content


def _fetch(location: str, place: str) -> bytes:
    parts = urlsplit(location)
    plain = parts.scheme == "http" and parts.hostname in LOOPBACK
    if parts.scheme != "https" and not plain:
        raise refuse(
            place,
            f"{location} is not fetched.",
            "Give an https address; plain http is for this machine only.",
        )
    content = bytearray()
    try:
        with (
            httpx.Client(timeout=TIMEOUT_S, trust_env=not plain) as client,
            client.stream("GET", location) as answer,
        ):
            if answer.is_redirect:
                raise refuse(
                    place,
                    f"{location} redirects to {answer.headers.get('location', 'nowhere')}.",
                    "Give that address.",
                )
            if not answer.is_success:
                raise refuse(
                    place, f"{location} answers {answer.status_code}.", "Correct the address."
                )
            for chunk in answer.iter_bytes():
                content += chunk
                _check_size(len(content), place)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = str(error) or type(error).__name__
        raise refuse(place, f"{location} cannot be fetched: {reason}.", "Try again.") from None
    return bytes(content)


def _check_size(size: int, place: str) -> None:
    if size > MAX_BYTES:
        raise refuse(
            place, f"the file is larger than {MAX_BYTES // 2**20} MB.", "Take parts out of it."
        )
