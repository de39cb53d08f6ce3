# Written by `make generate` from openapi.yaml; never edited.
"""The model `RelatedDocument`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, array
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gigstack_api.catalogs.relationship import Relationship


class RelatedDocument(Model, kw_only=True):
    """Earlier CFDI that an invoice relates to, and how."""

    relationship: str | None = None
    """SAT kind of relation, 01 to 09."""
    documents: list[str] | None = None
    """UUIDs of the earlier CFDI."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            relationship: Relationship | str | None = None,
            documents: Sequence[str] | None = None,
            additional_properties: dict[str, Any] = ...,
        ) -> None: ...

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "relationship": STRING,
            "documents": array(STRING),
        }
