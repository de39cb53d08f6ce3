"""From the body of an answer to the value a caller gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

from attrs import evolve, frozen

from ..files.content import matches_media_type
from ..files.download import Download, Link, choose_media_type, is_web_page, parse_file_text
from ..schema.fields import BOOLEAN, NUMBER, STRING, FieldType, Mismatch, drift_of_fields, one_of
from ..schema.types import is_list, is_object
from .page import Page, drift_of_page, read_page

T_co = TypeVar("T_co", covariant=True)

T = TypeVar("T")

ENVELOPE: Mapping[str, FieldType[Any]] = {
    "success": BOOLEAN,
    "message": STRING,
    "timestamp": one_of(STRING, NUMBER),
}
"""What stands beside a value, whatever the operation. Of other fields there, nothing is said."""


class WrongShape(ValueError):
    """The JSON of an answer is not what was promised; the text says how."""


class Decoder(Generic[T_co]):
    """How the value of an answer is found in its body."""

    def read(self, document: Any) -> T_co:
        """The value in a JSON document.

        Raises:
            WrongShape: it is not there.
        """
        raise NotImplementedError

    def read_bytes(self, content: bytes, media_type: str) -> T_co:
        """The value of a binary body.

        Raises:
            WrongShape: the operation promises JSON.
        """
        raise WrongShape(f"the answer is {media_type or 'of no type'}, not JSON")

    def drift(self, document: Any) -> Iterator[Mismatch]:
        """Each place of the value, and of the envelope around it, that is not what the spec
        says.
        """
        return _drift_of_envelope(document)

    def done(self) -> T_co:
        """The value of a call that turned out to be done without an answer of its own (a repeated
        DELETE).
        """
        raise NotImplementedError

    def for_path(self, segments: Mapping[str, str]) -> Decoder[T_co]:
        """The decoder for a call with these path segments, by name."""
        return self


def _inside(document: Any, place: str) -> Any:
    """What stands at a dotted place of a document; None if it is not there."""
    for name in filter(None, place.split(".")):
        document = document.get(name) if is_object(document) else None
    return document


def _drift_of_envelope(document: Any) -> Iterator[Mismatch]:
    if is_object(document):
        yield from drift_of_fields(
            {name: document[name] for name in ENVELOPE if name in document}, ENVELOPE, ""
        )


def _is_bare(document: Any, place: str) -> bool:
    """Whether a resource came without its envelope."""
    return is_object(document) and not document.keys() & {
        place.partition(".")[0],
        "message",
        "success",
        "error",
    }


@frozen
class Value(Decoder[T]):
    """The value itself, at a dotted place of the envelope."""

    kind: FieldType[T]
    place: str = "data"

    def read(self, document: Any) -> T:
        found = _inside(document, self._place_in(document))
        if not self.kind.accepts(found):
            raise WrongShape(
                f"the answer holds no {self.kind.name}"
                + (f" in {self.place!r}" if self.place else "")
            )
        return cast(T, self.kind.read(found))

    def drift(self, document: Any) -> Iterator[Mismatch]:
        place = self._place_in(document)
        if place:
            yield from _drift_of_envelope(document)
        yield from self.kind.drift(_inside(document, place), place)

    def _place_in(self, document: Any) -> str:
        return "" if _is_bare(document, self.place) else self.place

    def done(self) -> T:
        return cast(T, (self.kind.empty or dict)())


@frozen
class PageOf(Decoder[Page[T]]):
    """One page of items, at a dotted place of the envelope. Null entries are left out."""

    kind: FieldType[T]
    place: str = "data"

    def read(self, document: Any) -> Page[T]:
        items = _inside(document, self.place)
        if not is_list(items):
            raise WrongShape(f"the answer holds no list in {self.place!r}")
        return read_page(
            document, tuple(self.kind.read(item) for item in items if item is not None)
        )

    def drift(self, document: Any) -> Iterator[Mismatch]:
        yield from _drift_of_envelope(document)
        yield from drift_of_page(document)
        for index, item in enumerate(_inside(document, self.place)):
            yield from self.kind.drift(item, f"{self.place}[{index}]")


@frozen
class Nothing(Decoder[None]):
    """No value: whatever came is not worth reading, but a web page is no confirmation."""

    def read(self, document: Any) -> None:
        return None

    def read_bytes(self, content: bytes, media_type: str) -> None:
        if is_web_page(content):
            raise WrongShape("the answer is a web page")

    def done(self) -> None:
        return None


@frozen
class File(Decoder[Download]):
    """A file: binary, or a JSON text at one of some dotted places. `read` may give a `Link`, which
    the client then fetches.

    What does not begin as its media type wants is no file. `uuid` is that of the CFDI an XML should
    be.
    """

    file_name: str
    media_type: str
    places: tuple[str, ...]
    uuid: str | None = None

    def read(self, document: Any) -> Download:
        for place in self.places:
            text = _inside(document, place)
            if isinstance(text, str) and text:
                file: Download | Link | None = parse_file_text(
                    text, self.file_name, self.media_type
                )
                if isinstance(file, Link) or (
                    file and matches_media_type(file.content, self.media_type)
                ):
                    return cast(Download, evolve(file, uuid=self.uuid))
        raise WrongShape("the answer holds no file")

    def read_bytes(self, content: bytes, media_type: str) -> Download:
        if (
            not content
            or media_type == "text/html"
            or is_web_page(content)
            or content.lstrip()[:1] in {b"{", b"["}
        ):
            raise WrongShape(
                "the answer holds no file" + (f", but {media_type}" if content else "")
            )
        if not matches_media_type(content, self.media_type):
            raise WrongShape("the answer holds another file than was promised")
        return Download(
            content, self.file_name, choose_media_type(media_type, self.media_type), uuid=self.uuid
        )

    def for_path(self, segments: Mapping[str, str]) -> Decoder[Download]:
        return evolve(
            self, file_name=self.file_name.format_map(segments), uuid=segments.get("uuid")
        )
