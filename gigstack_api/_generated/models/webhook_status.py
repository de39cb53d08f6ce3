# Written by `make generate` from openapi.yaml; never edited.
"""WebhookStatus: State of a webhook."""

from gigstack_api._core.enums import OpenEnum


class WebhookStatus(OpenEnum):
    """State of a webhook."""

    ACTIVE = "active"
    INACTIVE = "inactive"
