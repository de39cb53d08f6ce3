# Written by `make generate` from openapi.yaml; never edited.
"""The enum `WebhookSigningStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class WebhookSigningStatus(OpenEnum):
    """State of the signing of a webhook."""

    DISABLED = "disabled"
    CONFIGURED = "configured"
    PENDING = "pending"
    FAILED = "failed"
