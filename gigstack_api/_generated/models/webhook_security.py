# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookSecurity`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING, array, enum
from gigstack_api._core.schema.models import Model


class WebhookSecurity(Model, kw_only=True):
    """Custom headers of a webhook; their values are never given back."""

    header_names: list[str] | None = None
    """Names of the headers."""
    configured: bool | None = None
    """Whether there are any."""
    status: WebhookSecurityStatus | str | None = None
    """State of the headers."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "header_names": array(STRING),
            "configured": BOOLEAN,
            "status": enum(WebhookSecurityStatus),
        }


# Below the class, since two models may refer to each other.
from .webhook_security_status import WebhookSecurityStatus
