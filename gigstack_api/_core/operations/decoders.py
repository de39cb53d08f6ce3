"""Decoders: from the body of an answer to the value that the caller gets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar, cast

from msgspec.structs import replace

from ..files.content import matches_media_type
from ..files.download import Download, Link, choose_media_type, is_web_page, parse_file_text
from ..schema.data import Data
from ..schema.decoding import PlainReader, plain_reader
from ..schema.field_type import FieldType, Mismatch
from ..schema.fields import BOOLEAN, NUMBER, STRING, one_of
from ..schema.objects import drift_of_fields
from ..schema.types import is_object

T_co = TypeVar("T_co", covariant=True)

T = TypeVar("T")

ENVELOPE: Mapping[str, FieldType[Any]] = {
    "success": BOOLEAN,
    "message": STRING,
    "timestamp": one_of(STRING, NUMBER),
}
"""Fields that any envelope may have beside its value. Other fields there are not checked."""


class WrongShape(ValueError):
    """An answer does not hold the promised value; the text says what is wrong."""


class Decoder(Data, Generic[T_co], frozen=True):
    """Finds the value of an answer in its body.

    One that `reads_bytes` is given the body even if that is JSON.
    """

    reads_bytes: ClassVar[bool] = False

    def read(self, document: Any) -> T_co:
        """The value in a JSON document.

        Raises:
            WrongShape: the document does not hold it.
        """
        raise NotImplementedError

    def read_plain(self, body: bytes, parse: Callable[[], Any]) -> T_co | None:
        """The value in the text of a document, read in one pass; None if `read` has to read it.

        `parse` gives the document.
        """
        return None

    def read_bytes(self, content: bytes, media_type: str) -> T_co:
        """The value of a binary body.

        Raises:
            WrongShape: the operation promises JSON.
        """
        raise WrongShape(f"expected JSON, got {media_type or 'no content type'}")

    def drift(self, document: Any) -> Iterator[Mismatch]:
        """Every deviation from the spec, in the value and in the envelope around it."""
        return drift_of_envelope(document)

    def done(self) -> T_co:
        """The value of a call that was done but got no answer of its own (a repeated DELETE)."""
        raise NotImplementedError

    def for_path(self, segments: Mapping[str, str]) -> Decoder[T_co]:
        """The decoder for a call with these path segments."""
        return self

    def for_status(self, status: int) -> Decoder[T_co]:
        """The decoder for an answer with this status."""
        return self

    @property
    def item_name(self) -> str:
        """The name of the items of a list, for texts."""
        return "items"


def value_at(document: Any, place: str) -> Any:
    """The value at a dotted path of a document; None if it is not there."""
    for name in filter(None, place.split(".")):
        document = document.get(name) if is_object(document) else None
    return document


def drift_of_envelope(document: Any) -> Iterator[Mismatch]:
    if is_object(document):
        known = {name: document[name] for name in ENVELOPE if name in document}
        yield from drift_of_fields(known, ENVELOPE, "")


def _lacks_envelope(document: Any, place: str) -> bool:
    """Whether a resource came without its envelope."""
    of_envelopes = {place.partition(".")[0], "message", "success", "error"}
    return is_object(document) and not document.keys() & of_envelopes


class Value(Decoder[T], frozen=True, dict=True):
    """Reads a value at a dotted path of the envelope."""

    kind: FieldType[T]
    place: str = "data"

    @cached_property
    def _plain(self) -> PlainReader | None:
        return plain_reader(self.place, self.kind.shape, ENVELOPE)

    def read_plain(self, body: bytes, parse: Callable[[], Any]) -> T | None:
        envelope = None if self._plain is None else self._plain.read(body, parse)
        return None if envelope is None or envelope.is_refusal else cast(T, envelope.value)

    def read(self, document: Any) -> T:
        found = value_at(document, self._place_in(document))
        if not self.kind.accepts(found):
            place = f" at {self.place!r}" if self.place else ""
            raise WrongShape(f"expected {self.kind.name}{place}")
        return cast(T, self.kind.read(found))

    def drift(self, document: Any) -> Iterator[Mismatch]:
        place = self._place_in(document)
        if place:
            yield from drift_of_envelope(document)
        yield from self.kind.drift(value_at(document, place), place)

    def _place_in(self, document: Any) -> str:
        return "" if _lacks_envelope(document, self.place) else self.place

    def done(self) -> T:
        return cast(T, (self.kind.empty or dict)())


class Nothing(Decoder[None], frozen=True):
    """Reads no value. Any answer will do, except a web page: that confirms nothing."""

    def read(self, document: Any) -> None:
        return None

    def read_bytes(self, content: bytes, media_type: str) -> None:
        if is_web_page(content):
            raise WrongShape("received a web page instead of a confirmation")

    def done(self) -> None:
        return None


class File(Decoder[Download], frozen=True):
    """Reads a file: a binary body, or a JSON string at the first of several dotted paths.

    `read` may return a `Link`, which the client then fetches. Content that does not start like its
    media type requires does not count. `uuid` is that of the CFDI an XML should be.
    """

    file_name: str
    media_type: str
    places: tuple[str, ...]
    uuid: str | None = None

    def read(self, document: Any) -> Download:
        for place in self.places:
            text = value_at(document, place)
            if not isinstance(text, str) or not text:
                continue
            file = parse_file_text(text, self.file_name, self.media_type)
            if isinstance(file, Link) or (
                file and matches_media_type(file.content, self.media_type)
            ):
                return cast(Download, replace(file, uuid=self.uuid))
        raise WrongShape("expected a file in the answer")

    def read_bytes(self, content: bytes, media_type: str) -> Download:
        is_page = media_type == "text/html" or is_web_page(content)
        is_json = content.lstrip()[:1] in {b"{", b"["}
        if not content or is_page or is_json:
            got = (
                f"a web page or JSON ({media_type or 'no content type'})" if content else "no body"
            )
            raise WrongShape(f"expected a file, got {got}")
        if not matches_media_type(content, self.media_type):
            raise WrongShape(f"the content does not look like {self.media_type}")
        return Download(
            content, self.file_name, choose_media_type(media_type, self.media_type), uuid=self.uuid
        )

    def for_path(self, segments: Mapping[str, str]) -> Decoder[Download]:
        return replace(
            self, file_name=self.file_name.format_map(segments), uuid=segments.get("uuid")
        )
