# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookSigning`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, enum
from gigstack_api._core.schema.models import Model


class WebhookSigning(Model, kw_only=True):
    """Signing of a webhook."""

    enabled: bool | None = None
    """Whether deliveries are signed."""
    configured: bool | None = None
    """Whether there is a secret."""
    status: WebhookSigningStatus | str | None = None
    """State of the signing."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "enabled": BOOLEAN,
            "configured": BOOLEAN,
            "status": enum(WebhookSigningStatus),
        }


# Below the class, since two models may refer to each other.
from .webhook_signing_status import WebhookSigningStatus
