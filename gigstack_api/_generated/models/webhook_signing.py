# Written by `make generate` from openapi.yaml; never edited.
"""WebhookSigning: Signing of a webhook. Unverified: an official client names headers that begin with
Webhook- for it, and X-Gigstack-Signature for older endpoints, which stays on when
this one is switched off; algorithm, form of the secret and signed text are stated
nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    BOOLEAN,
    Kind,
    enum,
)
from gigstack_api._core.model import Model, not_plain, plain_text

if TYPE_CHECKING:
    from .webhook_signing_status import WebhookSigningStatus


class WebhookSigning(Model):
    """Signing of a webhook. Unverified: an official client names headers that begin with
    Webhook- for it, and X-Gigstack-Signature for older endpoints, which stays on when
    this one is switched off; algorithm, form of the secret and signed text are stated
    nowhere."""

    enabled: bool | None
    """Whether deliveries are signed."""
    configured: bool | None
    """Whether there is a secret."""
    status: WebhookSigningStatus | str | None
    """State of the signing."""

    __slots__ = (
        "enabled",
        "configured",
        "status",
    )

    def __init__(
        self,
        *,
        enabled: bool | None = None,
        configured: bool | None = None,
        status: WebhookSigningStatus | str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.enabled = enabled
        self.configured = configured
        self.status = status
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (WebhookSigningStatus,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.enabled = take("enabled", None)
        made.configured = take("configured", None)
        made.status = WebhookSigningStatus.of(take("status", None))
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.enabled) is not None:
            made["enabled"] = value if (type(value) is bool) else not_plain()
        if (value := self.configured) is not None:
            made["configured"] = value if (type(value) is bool) else not_plain()
        if (value := self.status) is not None:
            made["status"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .webhook_signing_status import WebhookSigningStatus

        return {
            "enabled": BOOLEAN,
            "configured": BOOLEAN,
            "status": enum(WebhookSigningStatus),
        }


@cache
def _nested() -> tuple[type[WebhookSigningStatus],]:
    """The classes of nested values, loaded when the first model is read."""
    from .webhook_signing_status import WebhookSigningStatus

    return (WebhookSigningStatus,)
