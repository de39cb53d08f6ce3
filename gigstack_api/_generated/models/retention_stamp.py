# Written by `make generate` from openapi.yaml; never edited.
"""RetentionStamp: Stamp of a retention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class RetentionStamp(Model):
    """Stamp of a retention."""

    uuid: str | None = None
    """UUID of the CFDI."""
    stamped_at: str | None = None
    """When it was stamped, ISO 8601; without a zone on the operation pages, with Z in the guide."""
    provider: str | None = None
    """Who stamped it, `prodigia` in the docs; absent in the guide."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "uuid": STRING,
            "stamped_at": STRING,
            "provider": STRING,
        }
