# Written by `make generate` from openapi.yaml; never edited.
"""WebhookSecurityInput: Custom headers of a webhook. Known from an official client, which leaves them to the web app."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import OBJECT, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class WebhookSecurityInput(Model):
    """Custom headers of a webhook. Known from an official client, which leaves them to the web app."""

    headers: dict[str, Any] | None = None
    """Names and values of the headers; the values are secrets and cannot be read again."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "headers": OBJECT.as_secret(),
        }
