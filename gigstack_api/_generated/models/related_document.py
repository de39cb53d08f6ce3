# Written by `make generate` from openapi.yaml; never edited.
"""The model `RelatedDocument`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, array
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gigstack_api.catalogs.relationship import Relationship


class RelatedDocument(Model):
    """Earlier CFDI that an invoice relates to, and how."""

    relationship: str | None
    """SAT kind of relation, 01 to 09."""
    documents: list[str] | None
    """UUIDs of the earlier CFDI."""

    __slots__ = (
        "relationship",
        "documents",
    )

    def __init__(
        self,
        *,
        relationship: Relationship | str | None = None,
        documents: Sequence[str] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.relationship = relationship
        self.documents = documents  # type: ignore[assignment]  # written as an argument, read as an answer
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.relationship = take("relationship", None)
        instance.documents = take("documents", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.relationship) is not None:
            fields["relationship"] = value if type(value) is str else enum_text(value)
        if self.documents is not None:
            needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "relationship": STRING,
            "documents": array(STRING),
        }
