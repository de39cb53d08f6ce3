"""Writes a package with a client of an API from its OpenAPI document.

`regenerate` writes it, `check` compares. The command is `python -m gigstack_api.regenerate`.
"""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from .findings import Finding as Finding
    from .findings import UnusableSpec as UnusableSpec
    from .regenerating import Checked as Checked
    from .regenerating import Written as Written
    from .regenerating import check as check
    from .regenerating import regenerate as regenerate
