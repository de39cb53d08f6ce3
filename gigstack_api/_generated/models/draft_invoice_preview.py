# Written by `make generate` from openapi.yaml; never edited.
"""The model `DraftInvoicePreview`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class DraftInvoicePreview(Model):
    """The preview PDF of a draft.

    Unverified: the answer was not seen; one of these fields is expected to hold the PDF.
    """

    pdf: str | None
    """The PDF in base64, or its address."""
    content: str | None
    """The PDF in base64."""
    preview: str | None
    """The PDF in base64, or its address."""
    file: str | None
    """The PDF in base64, or its address."""
    base64: str | None
    """The PDF in base64."""
    url: str | None
    """Address of the PDF."""

    __slots__ = (
        "pdf",
        "content",
        "preview",
        "file",
        "base64",
        "url",
    )

    def __init__(
        self,
        *,
        pdf: str | None = None,
        content: str | None = None,
        preview: str | None = None,
        file: str | None = None,
        base64: str | None = None,
        url: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.pdf = pdf
        self.content = content
        self.preview = preview
        self.file = file
        self.base64 = base64
        self.url = url
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.pdf = take("pdf", None)
        instance.content = take("content", None)
        instance.preview = take("preview", None)
        instance.file = take("file", None)
        instance.base64 = take("base64", None)
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
        if (value := self.pdf) is not None:
            fields["pdf"] = value if type(value) is str else enum_text(value)
        if (value := self.content) is not None:
            fields["content"] = value if type(value) is str else enum_text(value)
        if (value := self.preview) is not None:
            fields["preview"] = value if type(value) is str else enum_text(value)
        if (value := self.file) is not None:
            fields["file"] = value if type(value) is str else enum_text(value)
        if (value := self.base64) is not None:
            fields["base64"] = value if type(value) is str else enum_text(value)
        if (value := self.url) is not None:
            fields["url"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "pdf": STRING.as_secret(),
            "content": STRING.as_secret(),
            "preview": STRING.as_secret(),
            "file": STRING.as_secret(),
            "base64": STRING.as_secret(),
            "url": STRING.as_secret(),
        }
