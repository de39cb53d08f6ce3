# Written by `make generate` from openapi.yaml; never edited.
"""RelatedDocument: Earlier CFDI that an invoice relates to, and how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind, array
from ..._core.model import Model


@define(kw_only=True, repr=False)
class RelatedDocument(Model):
    """Earlier CFDI that an invoice relates to, and how."""

    relationship: str | None = None
    """SAT kind of relation, 01 to 09."""
    documents: list[str] | None = None
    """UUIDs of the earlier CFDI."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "relationship": STRING,
            "documents": array(STRING),
        }
