# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.webhooks`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import create_webhook as create_webhook
    from . import delete_webhook as delete_webhook
    from . import get_webhook as get_webhook
    from . import list_webhooks as list_webhooks
    from . import update_webhook as update_webhook
