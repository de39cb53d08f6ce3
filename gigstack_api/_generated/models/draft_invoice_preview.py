# Written by `make generate` from openapi.yaml; never edited.
"""DraftInvoicePreview: The preview PDF of a draft. Unverified: the answer was not seen; one of these fields
is expected to hold the PDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class DraftInvoicePreview(Model):
    """The preview PDF of a draft. Unverified: the answer was not seen; one of these fields
    is expected to hold the PDF."""

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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.pdf = take("pdf", None)
        made.content = take("content", None)
        made.preview = take("preview", None)
        made.file = take("file", None)
        made.base64 = take("base64", None)
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
        if (value := self.pdf) is not None:
            made["pdf"] = value if type(value) is str else plain_text(value)
        if (value := self.content) is not None:
            made["content"] = value if type(value) is str else plain_text(value)
        if (value := self.preview) is not None:
            made["preview"] = value if type(value) is str else plain_text(value)
        if (value := self.file) is not None:
            made["file"] = value if type(value) is str else plain_text(value)
        if (value := self.base64) is not None:
            made["base64"] = value if type(value) is str else plain_text(value)
        if (value := self.url) is not None:
            made["url"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "pdf": STRING.as_secret(),
            "content": STRING.as_secret(),
            "preview": STRING.as_secret(),
            "file": STRING.as_secret(),
            "base64": STRING.as_secret(),
            "url": STRING.as_secret(),
        }
