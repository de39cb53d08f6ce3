# Written by `make generate` from openapi.yaml; never edited.
"""TeamEmailText: Text and subject of an e-mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class TeamEmailText(Model):
    """Text and subject of an e-mail."""

    body: str | None = None
    """Text."""
    subject: str | None = None
    """Subject."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "body": STRING,
            "subject": STRING,
        }
