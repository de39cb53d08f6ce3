# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadInvoiceXml: The XML of one CFDI inside a JSON answer. Unverified: no answer was seen; the fields are inferred from other
downloads of the API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .sat_download_encoding import SatDownloadEncoding


@define(kw_only=True, repr=False)
class SatDownloadInvoiceXml(Model):
    """The XML of one CFDI inside a JSON answer. Unverified: no answer was seen; the fields are inferred from
    other downloads of the API."""

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
