# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.auth`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import auth_health as auth_health
    from . import headless_signup as headless_signup
