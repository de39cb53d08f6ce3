# Written by `make generate` from openapi.yaml; never edited.
"""ClientDefaults: What happens by default for a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class ClientDefaults(Model):
    """What happens by default for a client."""

    keep_full_legal_name: bool | None = None
    """Whether the legal name keeps its ending (SA de CV, ...)."""
    issue_automatic_invoices: bool | None = None
    """Whether payments are invoiced by themselves."""
    issue_invoiceable_receipts: bool | None = None
    """Whether receipts can be invoiced by the client."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "keep_full_legal_name": BOOLEAN,
            "issue_automatic_invoices": BOOLEAN,
            "issue_invoiceable_receipts": BOOLEAN,
        }
