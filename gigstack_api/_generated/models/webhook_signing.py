# Written by `make generate` from openapi.yaml; never edited.
"""WebhookSigning: Signing of a webhook. Unverified: an official client names headers that begin with Webhook- for it, and
X-Gigstack-Signature for older endpoints, which stays on when this one is switched off; algorithm, form of the
secret and signed text are stated nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .webhook_signing_status import WebhookSigningStatus


@define(kw_only=True, repr=False)
class WebhookSigning(Model):
    """Signing of a webhook. Unverified: an official client names headers that begin with Webhook- for it, and
    X-Gigstack-Signature for older endpoints, which stays on when this one is switched off; algorithm, form
    of the secret and signed text are stated nowhere."""

    enabled: bool | None = None
    """Whether deliveries are signed."""
    configured: bool | None = None
    """Whether there is a secret."""
    status: WebhookSigningStatus | str | None = None
    """State of the signing."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .webhook_signing_status import WebhookSigningStatus

        return {
            "enabled": BOOLEAN,
            "configured": BOOLEAN,
            "status": enum(WebhookSigningStatus),
        }
