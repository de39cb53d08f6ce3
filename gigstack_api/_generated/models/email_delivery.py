# Written by `make generate` from openapi.yaml; never edited.
"""EmailDelivery: Who was sent what by e-mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind, array
from ..._core.model import Model


@define(kw_only=True, repr=False)
class EmailDelivery(Model):
    """Who was sent what by e-mail."""

    recipients: list[str] | None = None
    """E-mail addresses it went to."""
    attachments: list[str] | None = None
    """Names of the attached files; may be absent."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "recipients": array(STRING),
            "attachments": array(STRING),
        }
