# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadInvoiceXml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from .sat_download_encoding import SatDownloadEncoding


class SatDownloadInvoiceXml(Model):
    """The XML of one CFDI inside a JSON answer.

    Unverified: no answer was seen; the fields are inferred from other downloads of the API.
    """

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (SatDownloadEncoding,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.uuid = take("uuid", None)
        instance.encoding = SatDownloadEncoding.of(take("encoding", None))
        instance.xml = take("xml", None)
        instance.content = take("content", None)
        instance.url = take("url", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.uuid) is not None:
            fields["uuid"] = value if type(value) is str else enum_text(value)
        if (value := self.encoding) is not None:
            fields["encoding"] = value if type(value) is str else enum_text(value)
        if (value := self.xml) is not None:
            fields["xml"] = value if type(value) is str else enum_text(value)
        if (value := self.content) is not None:
            fields["content"] = value if type(value) is str else enum_text(value)
        if (value := self.url) is not None:
            fields["url"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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
    """The classes of nested values, imported when the first object is read."""
    from .sat_download_encoding import SatDownloadEncoding

    return (SatDownloadEncoding,)
