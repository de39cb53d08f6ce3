# Written by `make generate` from openapi.yaml; never edited.
"""The enum `WebhookSecurityStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class WebhookSecurityStatus(OpenEnum):
    """State of the custom headers of a webhook."""

    NOT_CONFIGURED = "not_configured"
    CONFIGURED = "configured"
    PENDING = "pending"
    FAILED = "failed"
