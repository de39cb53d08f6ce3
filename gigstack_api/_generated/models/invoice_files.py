# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceFiles`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import OBJECT, STRING, array, one_of
from gigstack_api._core.schema.models import Model


class InvoiceFiles(Model, kw_only=True):
    """Files of a CFDI.

    Each may be missing. The addresses are signed or public (in the docs under
    storage.gigstack.io, in official clients under Google storage): fetch them without the API
    key.
    """

    pdf: str | None = None
    """Address of the PDF. An integrator is ready for the content itself (data: address or
    base64).
    """
    xml: str | None = None
    """Address of the XML. An integrator is ready for the content itself (data: address, base64
    or plain XML).
    """
    pdf_url: str | None = None
    """Address of the PDF, in the spelling an integrator is ready for."""
    xml_url: str | None = None
    """Address of the XML, in the spelling an integrator is ready for."""
    files: dict[str, Any] | list[dict[str, Any]] | None = None
    """The files one level deeper, an object with `pdf` and `xml` or a list. Unverified: only an
    integrator is ready for it.
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
