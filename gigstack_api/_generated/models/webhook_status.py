# Written by `make generate` from openapi.yaml; never edited.
"""The enum `WebhookStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class WebhookStatus(OpenEnum):
    """State of a webhook."""

    ACTIVE = "active"
    INACTIVE = "inactive"
