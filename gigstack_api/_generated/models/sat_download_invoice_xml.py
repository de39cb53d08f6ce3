# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadInvoiceXml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model


class SatDownloadInvoiceXml(Model, kw_only=True):
    """The XML of one CFDI inside a JSON answer."""

    uuid: str | None = None
    """UUID of the CFDI."""
    encoding: SatDownloadEncoding | str | None = None
    """How the content is written."""
    xml: str | None = None
    """The XML, as text or base64."""
    content: str | None = None
    """The XML, as text or base64."""
    url: str | None = None
    """Address of the XML; treat it as a credential."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "uuid": STRING,
            "encoding": enum(SatDownloadEncoding),
            "xml": STRING.as_secret(),
            "content": STRING.as_secret(),
            "url": STRING.as_secret(),
        }


# Below the class, since two models may refer to each other.
from .sat_download_encoding import SatDownloadEncoding
