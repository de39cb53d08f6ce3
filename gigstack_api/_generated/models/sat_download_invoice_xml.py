# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadInvoiceXml: The XML of one CFDI inside a JSON answer. Unverified: no answer was seen; the fields
are inferred from other downloads of the API."""

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


class SatDownloadInvoiceXml(Model):
    """The XML of one CFDI inside a JSON answer. Unverified: no answer was seen; the fields
    are inferred from other downloads of the API."""

    uuid: str | None
    """UUID of the CFDI."""
    encoding: SatDownloadEncoding | str | None
    """How the content is written."""
    xml: str | None
    """The XML, as text or base64."""
    content: str | None
    """The XML, as text or base64."""
    url: str | None
    """Address of the XML; treat it as a credential."""

    __slots__ = (
        "uuid",
        "encoding",
        "xml",
        "content",
        "url",
    )

    def __init__(
        self,
        *,
        uuid: str | None = None,
        encoding: SatDownloadEncoding | str | None = None,
        xml: str | None = None,
        content: str | None = None,
        url: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.uuid = uuid
        self.encoding = encoding
        self.xml = xml
        self.content = content
        self.url = url
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (SatDownloadEncoding,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.uuid = take("uuid", None)
        made.encoding = SatDownloadEncoding.of(take("encoding", None))
        made.xml = take("xml", None)
        made.content = take("content", None)
        made.url = take("url", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.uuid) is not None:
            made["uuid"] = value if type(value) is str else plain_text(value)
        if (value := self.encoding) is not None:
            made["encoding"] = value if type(value) is str else plain_text(value)
        if (value := self.xml) is not None:
            made["xml"] = value if type(value) is str else plain_text(value)
        if (value := self.content) is not None:
            made["content"] = value if type(value) is str else plain_text(value)
        if (value := self.url) is not None:
            made["url"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .sat_download_encoding import SatDownloadEncoding

        return {
            "uuid": STRING,
            "encoding": enum(SatDownloadEncoding),
            "xml": STRING.as_secret(),
            "content": STRING.as_secret(),
            "url": STRING.as_secret(),
        }


@cache
def _nested() -> tuple[type[SatDownloadEncoding],]:
    """The classes of nested values, loaded when the first model is read."""
    from .sat_download_encoding import SatDownloadEncoding

    return (SatDownloadEncoding,)
