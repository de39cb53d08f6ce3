# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.services`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import create_service as create_service
    from . import delete_service as delete_service
    from . import get_service as get_service
    from . import list_services as list_services
    from . import update_service as update_service
