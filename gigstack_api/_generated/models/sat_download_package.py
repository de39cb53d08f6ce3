# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadPackage: A package of XML files inside a JSON answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .sat_download_encoding import SatDownloadEncoding


@define(kw_only=True, repr=False)
class SatDownloadPackage(Model):
    """A package of XML files inside a JSON answer."""

    encoding: SatDownloadEncoding | str | None = None
    """How the content is written."""
    content: str | None = None
    """The ZIP in base64."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .sat_download_encoding import SatDownloadEncoding

        return {
            "encoding": enum(SatDownloadEncoding),
            "content": STRING,
        }
