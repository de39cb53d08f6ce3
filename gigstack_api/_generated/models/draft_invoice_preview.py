# Written by `make generate` from openapi.yaml; never edited.
"""DraftInvoicePreview: The preview PDF of a draft. Unverified: the answer was not seen; one of these fields is expected to hold the
PDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class DraftInvoicePreview(Model):
    """The preview PDF of a draft. Unverified: the answer was not seen; one of these fields is expected to hold
    the PDF."""

    pdf: str | None = None
    """The PDF in base64, or its address."""
    content: str | None = None
    """The PDF in base64."""
    preview: str | None = None
    """The PDF in base64, or its address."""
    file: str | None = None
    """The PDF in base64, or its address."""
    base64: str | None = None
    """The PDF in base64."""
    url: str | None = None
    """Address of the PDF."""

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
