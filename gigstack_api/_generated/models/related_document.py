# Written by `make generate` from openapi.yaml; never edited.
"""The model `RelatedDocument`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.fields import STRING, FieldType, array
from gigstack_api._core.schema.models import Model


class RelatedDocument(Model, kw_only=True):
    """Earlier CFDI that an invoice relates to, and how."""

    relationship: str | None = None
    """SAT kind of relation, 01 to 09."""
    documents: list[str] | None = None
    """UUIDs of the earlier CFDI."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "relationship": STRING,
            "documents": array(STRING),
        }
