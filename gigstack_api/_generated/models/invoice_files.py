# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceFiles`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import OBJECT, STRING, array, one_of
from gigstack_api._core.schema.models import Model


class InvoiceFiles(Model, kw_only=True):
    """Addresses of the files of a CFDI.

    Each may be missing. They need no API key: do not send it there.
    """

    pdf: str | None = None
    """Address of the PDF."""
    xml: str | None = None
    """Address of the XML."""
    pdf_url: str | None = None
    """Address of the PDF, where `pdf` is missing."""
    xml_url: str | None = None
    """Address of the XML, where `xml` is missing."""
    files: dict[str, Any] | list[dict[str, Any]] | None = None
    """The files one level deeper, an object with `pdf` and `xml` or a list. Not confirmed by the
    API's documentation.
    """

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "pdf": STRING.as_secret(),
            "xml": STRING.as_secret(),
            "pdf_url": STRING.as_secret(),
            "xml_url": STRING.as_secret(),
            "files": one_of(OBJECT, array(OBJECT)).as_secret(),
        }
