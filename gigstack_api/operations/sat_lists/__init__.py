# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.sat_lists`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import check_sat_lists_rfc as check_sat_lists_rfc
    from . import list_sat_lists as list_sat_lists
