"""Decoders of answers in other formats than JSON, and of answers that differ by status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from ..files.download import is_web_page
from .decoders import Decoder, WrongShape


class Text(Decoder[str], frozen=True):
    """Reads the whole body as text, in the encoding that its content type names."""

    reads_bytes: ClassVar[bool] = True

    def read_bytes(self, content: bytes, media_type: str) -> str:
        if media_type != "text/html" and is_web_page(content):
            raise WrongShape("expected a text, got a web page")
        return content.decode("utf-8", "replace")

    def done(self) -> str:
        return ""


class Content(Decoder[bytes], frozen=True):
    """Reads the whole body as it is."""

    reads_bytes: ClassVar[bool] = True

    def read_bytes(self, content: bytes, media_type: str) -> bytes:
        return content

    def done(self) -> bytes:
        return b""


class ByStatus(Decoder[Any], frozen=True):
    """Reads answers of different shapes by their status."""

    others: Decoder[Any]
    decoders: Mapping[int, Decoder[Any]]

    def for_status(self, status: int) -> Decoder[Any]:
        return self.decoders.get(status, self.others)

    def for_path(self, segments: Mapping[str, str]) -> Decoder[Any]:
        decoders = {status: one.for_path(segments) for status, one in self.decoders.items()}
        return ByStatus(self.others.for_path(segments), decoders)

    def done(self) -> Any:
        return self.others.done()
