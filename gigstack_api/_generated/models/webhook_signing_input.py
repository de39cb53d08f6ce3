# Written by `make generate` from openapi.yaml; never edited.
"""WebhookSigningInput: Signing of a webhook. Known from an official client only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class WebhookSigningInput(Model):
    """Signing of a webhook. Known from an official client only."""

    enabled: bool | None = None
    """Whether deliveries are signed."""
    rotate: bool | None = None
    """Whether to make a new secret."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "enabled": BOOLEAN,
            "rotate": BOOLEAN,
        }
