# Written by `make generate` from openapi.yaml; never edited.
"""WebhookSecurity: Custom headers of a webhook; their values are never given back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, STRING, Kind, array, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .webhook_security_status import WebhookSecurityStatus


@define(kw_only=True, repr=False)
class WebhookSecurity(Model):
    """Custom headers of a webhook; their values are never given back."""

    header_names: list[str] | None = None
    """Names of the headers."""
    configured: bool | None = None
    """Whether there are any."""
    status: WebhookSecurityStatus | str | None = None
    """State of the headers."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .webhook_security_status import WebhookSecurityStatus

        return {
            "header_names": array(STRING),
            "configured": BOOLEAN,
            "status": enum(WebhookSecurityStatus),
        }
