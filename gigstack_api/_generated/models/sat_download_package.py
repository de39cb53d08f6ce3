# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadPackage: A package of XML files inside a JSON answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
    enum,
)
from gigstack_api._core.model import Model, not_plain, plain_text

if TYPE_CHECKING:
    from .sat_download_encoding import SatDownloadEncoding


class SatDownloadPackage(Model):
    """A package of XML files inside a JSON answer."""

    encoding: SatDownloadEncoding | str | None
    """How the content is written."""
    content: str | None
    """The ZIP in base64."""

    __slots__ = (
        "encoding",
        "content",
    )

    def __init__(
        self,
        *,
        encoding: SatDownloadEncoding | str | None = None,
        content: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.encoding = encoding
        self.content = content
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (SatDownloadEncoding,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.encoding = SatDownloadEncoding.of(take("encoding", None))
        made.content = take("content", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.encoding) is not None:
            made["encoding"] = value if type(value) is str else plain_text(value)
        if (value := self.content) is not None:
            made["content"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .sat_download_encoding import SatDownloadEncoding

        return {
            "encoding": enum(SatDownloadEncoding),
            "content": STRING,
        }


@cache
def _nested() -> tuple[type[SatDownloadEncoding],]:
    """The classes of nested values, loaded when the first model is read."""
    from .sat_download_encoding import SatDownloadEncoding

    return (SatDownloadEncoding,)
