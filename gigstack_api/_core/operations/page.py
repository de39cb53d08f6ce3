"""One page of a list, read from envelopes in every documented spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from ..schema.data import Data
from ..schema.decoding import PlainReader, plain_reader
from ..schema.field_type import FieldType, Mismatch
from ..schema.fields import BOOLEAN, INTEGER, STRING
from ..schema.objects import drift_of_fields
from ..schema.shapes import Shape
from ..schema.types import is_list
from ..schema.views import ResultViews
from .decoders import ENVELOPE, Decoder, WrongShape, drift_of_envelope, value_at

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

T = TypeVar("T")

CURSORS = ("next", "next_cursor")

NO_CURSOR: tuple[object, ...] = (None, False, "", [], {})

MOST_BITS = 128
"""Of a cursor that is a number; Python refuses to write very long ones."""

MOST_BYTES = 8_192
"""Of a cursor that is a string. A URL holds 65,536 characters, and a byte may need three."""

MOST_SHOWN = 40
"""Characters of a cursor that a repr shows."""

SPELLINGS = {"true": True, "1": True, "false": False, "0": False}

PAGE_FIELDS: Mapping[str, FieldType[Any]] = {
    "has_more": BOOLEAN,
    **dict.fromkeys(CURSORS, STRING),
    **dict.fromkeys(
        ("total_results", "total_count", "found", "total", "page", "per_page", "limit"), INTEGER
    ),
}
"""The fields of list envelopes that describe a page, in all documented spellings."""


class Paging(Enum):
    """How the next page of a list is requested."""

    NEXT = "next"
    """By the cursor `next`; by page number if the list is filtered by metadata."""
    STARTING_AFTER = "starting_after"
    """By a cursor that is sent back as `starting_after`."""
    CURSOR = "cursor"
    """By a cursor that is sent back as `cursor`."""
    PAGE = "page"
    """By page number."""
    SINGLE = "single"
    """Not at all: the first page is the whole list."""


class Page(ResultViews, Data, Generic[T], frozen=True, kw_only=True):
    """One page of a list, iterable and sized.

    `has_more` and `total_results` are None if the API does not say.
    """

    data: tuple[T, ...]
    has_more: bool | None = None
    next: str | None = None
    total_results: int | None = None
    number: int | None = None
    size: int | None = None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of the page in pydantic, and so in FastAPI."""
        from ..schema.pydantic_schema import record_schema

        (item,) = get_args(source) or (Any,)
        types = {
            "data": GenericAlias(tuple, (item, ...)),
            "has_more": bool | None,
            "next": str | None,
            "total_results": int | None,
            "number": int | None,
            "size": int | None,
        }
        return record_schema(cls, source, handler, types, required={"data"})

    def __iter__(self) -> Iterator[T]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)

    def __repr__(self) -> str:
        kinds = dict.fromkeys(type(item).__name__ for item in self.data)
        facts = {
            "has_more": self.has_more,
            "next": shorten(self.next),
            "total_results": self.total_results,
            "number": self.number,
            "size": self.size,
        }
        described = (f", {name}={fact!r}" for name, fact in facts.items() if fact is not None)
        return f"<Page of {len(self)} {' or '.join(kinds) or 'items'}{''.join(described)}>"


def shorten(text: str | None) -> str | None:
    """The beginning of a text that is too long to be shown."""
    return text if text is None or len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}..."


def read_page(envelope: Mapping[str, Any], items: tuple[T, ...]) -> Page[T]:
    """The page in an envelope, whichever spelling its cursor, totals and counts have."""
    cursor = _read_cursor(envelope)
    # A cursor that cannot be sent still says that the list does not end here.
    has_unusable_cursor = cursor is None and _has_cursor(envelope)
    return Page(
        data=items,
        has_more=True if has_unusable_cursor else _read_flag(envelope.get("has_more")),
        next=cursor,
        total_results=_first_of(envelope, int, "total_results", "total_count", "found", "total"),
        number=_first_of(envelope, int, "page"),
        size=_first_of(envelope, int, "per_page", "limit"),
    )


class PageOf(Decoder[Page[T]], Generic[T], frozen=True, dict=True):
    """Reads a page of items at a dotted path of the envelope. Null items are left out."""

    kind: FieldType[T]
    place: str = "data"

    @property
    def item_name(self) -> str:
        """The name of the model, or of the JSON type."""
        return self.kind.name if self.kind.empty is None else self.kind.empty.__name__

    @cached_property
    def _plain(self) -> PlainReader | None:
        items = Shape(items=self.kind.shape)
        return plain_reader(self.place, items, ENVELOPE.keys() | PAGE_FIELDS.keys())

    def read_plain(self, body: bytes, parse: Callable[[], Any]) -> Page[T] | None:
        envelope = None if self._plain is None else self._plain.read(body, parse)
        if envelope is None or envelope.is_refusal:
            return None
        return read_page(
            envelope.fields, tuple(item for item in envelope.value if item is not None)
        )

    def read(self, document: Any) -> Page[T]:
        items = value_at(document, self.place)
        if not is_list(items):
            raise WrongShape(f"expected a list at {self.place!r}")
        read = tuple(self.kind.read(item) for item in items if item is not None)
        return read_page(document, read)

    def drift(self, document: Any) -> Iterator[Mismatch]:
        yield from drift_of_envelope(document)
        yield from drift_of_page(document)
        for index, item in enumerate(value_at(document, self.place)):
            yield from self.kind.drift(item, f"{self.place}[{index}]")


def drift_of_page(envelope: Mapping[str, Any]) -> Iterator[Mismatch]:
    """Every field describing the page that is not of the documented type."""
    described = {name: value for name, value in envelope.items() if name in PAGE_FIELDS}
    return drift_of_fields(described, PAGE_FIELDS, "")


def _read_cursor(envelope: Mapping[str, Any]) -> str | None:
    """The cursor as it is sent back, a number as its digits; None if it cannot be sent."""
    text, number = _first_of(envelope, str, *CURSORS), _first_of(envelope, int, *CURSORS)
    if text:
        return text if _fits_url(text) else None
    return None if number is None or number.bit_length() > MOST_BITS else str(number)


def _fits_url(text: str) -> bool:
    """Whether a string fits into a URL: at most `MOST_BYTES` long, without lone surrogates."""
    try:
        return len(text.encode()) <= MOST_BYTES
    except UnicodeEncodeError:
        return False


def _has_cursor(envelope: Mapping[str, Any]) -> bool:
    """Whether there is any value in place of a cursor, unless the envelope denies more items."""
    return envelope.get("has_more") is not False and any(
        envelope.get(name) not in NO_CURSOR for name in CURSORS
    )


def _read_flag(value: object) -> bool | None:
    """A boolean in any spelling; None for any other value."""
    return SPELLINGS.get(str(value).lower()) if isinstance(value, (bool, int, str)) else None


def _first_of(envelope: Mapping[str, Any], wanted: type[T], *names: str) -> T | None:
    """The first value of a type that an envelope has under one of these names."""
    return next((value for name in names if type(value := envelope.get(name)) is wanted), None)
