# Written by `make generate` from openapi.yaml; never edited.
"""The model `DraftInvoicePreview`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class DraftInvoicePreview(Model, kw_only=True):
    """The preview PDF of a draft."""

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
