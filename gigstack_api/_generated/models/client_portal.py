# Written by `make generate` from openapi.yaml; never edited.
"""ClientPortal: Link to the portal of a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import INTEGER, STRING, Kind, number
from ..._core.model import Model


@define(kw_only=True, repr=False)
class ClientPortal(Model):
    """Link to the portal of a client."""

    url: str | None = None
    """Address that carries the credential; treat it as one."""
    expires_at: int | None = None
    """When it ends, a Unix time; official clients are ready for seconds and milliseconds."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "url": STRING.as_secret(),
            "expires_at": number(INTEGER, unit="s"),
        }
