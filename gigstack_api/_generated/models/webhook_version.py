# Written by `make generate` from openapi.yaml; never edited.
"""The enum `WebhookVersion`."""

from gigstack_api._core.schema.enums import OpenEnum


class WebhookVersion(OpenEnum):
    """Version of the deliveries of a webhook."""

    V1 = "v1"
    V2 = "v2"
