# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookSigning`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.fields import BOOLEAN, FieldType, enum
from gigstack_api._core.schema.models import Model, enum_text, needs_conversion

if TYPE_CHECKING:
    from .webhook_signing_status import WebhookSigningStatus


class WebhookSigning(Model):
    """Signing of a webhook.

    Unverified: an official client names headers that begin with Webhook- for it, whose
    algorithm is stated nowhere, and X-Gigstack-Signature for older endpoints, which stays on
    when this one is switched off. Two posts of the vendor's blog (2026-01-08 and 2026-01-30)
    give X-Gigstack-Signature as the hexadecimal HMAC-SHA256 of the raw body under the secret
    of the webhook, which the panel shows; a third (2026-01-09) adds X-Gigstack-Webhook-Id and
    X-Gigstack-Timestamp. A weak source: the posts disagree in other points.
    """

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (WebhookSigningStatus,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.enabled = take("enabled", None)
        instance.configured = take("configured", None)
        instance.status = WebhookSigningStatus.of(take("status", None))
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.enabled) is not None:
            fields["enabled"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.configured) is not None:
            fields["configured"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .webhook_signing_status import WebhookSigningStatus

        return {
            "enabled": BOOLEAN,
            "configured": BOOLEAN,
            "status": enum(WebhookSigningStatus),
        }


@cache
def _nested() -> tuple[type[WebhookSigningStatus],]:
    """The classes of nested values, imported when the first object is read."""
    from .webhook_signing_status import WebhookSigningStatus

    return (WebhookSigningStatus,)
