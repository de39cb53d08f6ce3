# Written by `make generate` from openapi.yaml; never edited.
"""The enum `WebhookType`."""

from gigstack_api._core.schema.enums import OpenEnum


class WebhookType(OpenEnum):
    """Special kind of a webhook; an ordinary one has none."""

    GIGSTACK_CONNECT = "gigstack_connect"
