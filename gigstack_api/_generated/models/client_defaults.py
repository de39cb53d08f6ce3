# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientDefaults`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN
from gigstack_api._core.schema.models import Model


class ClientDefaults(Model, kw_only=True):
    """Defaults for a client."""

    keep_full_legal_name: bool | None = None
    """Whether the legal name keeps its ending (SA de CV, ...)."""
    issue_automatic_invoices: bool | None = None
    """Whether payments are invoiced by themselves."""
    issue_invoiceable_receipts: bool | None = None
    """Whether receipts can be invoiced by the client."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "keep_full_legal_name": BOOLEAN,
            "issue_automatic_invoices": BOOLEAN,
            "issue_invoiceable_receipts": BOOLEAN,
        }
