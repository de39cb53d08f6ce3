# Written by `make generate` from openapi.yaml; never edited.
"""InvoiceFiles: Files of a CFDI. Each may be missing. The addresses are signed or public (in the docs under
storage.gigstack.io, in official clients under Google storage): fetch them without the API key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import OBJECT, STRING, Kind, array, one_of
from ..._core.model import Model


@define(kw_only=True, repr=False)
class InvoiceFiles(Model):
    """Files of a CFDI. Each may be missing. The addresses are signed or public (in the docs under
    storage.gigstack.io, in official clients under Google storage): fetch them without the API key."""

    pdf: str | None = None
    """Address of the PDF. An integrator is ready for the content itself (data: address or base64)."""
    xml: str | None = None
    """Address of the XML. An integrator is ready for the content itself (data: address, base64 or plain XML)."""
    pdf_url: str | None = None
    """Address of the PDF, in the spelling an integrator is ready for."""
    xml_url: str | None = None
    """Address of the XML, in the spelling an integrator is ready for."""
    files: dict[str, Any] | list[dict[str, Any]] | None = None
    """The files one level deeper, an object with `pdf` and `xml` or a list. Unverified: only an integrator is
    ready for it."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "pdf": STRING.as_secret(),
            "xml": STRING.as_secret(),
            "pdf_url": STRING.as_secret(),
            "xml_url": STRING.as_secret(),
            "files": one_of(OBJECT, array(OBJECT)).as_secret(),
        }
