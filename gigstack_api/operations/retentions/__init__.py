# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.retentions`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import cancel_retention as cancel_retention
    from . import create_retention as create_retention
    from . import get_retention as get_retention
    from . import get_retention_files as get_retention_files
    from . import list_retentions as list_retentions
