# Written by `make generate` from openapi.yaml; never edited.
"""RelatedDocument: Earlier CFDI that an invoice relates to, and how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
    array,
)
from gigstack_api._core.model import Model, not_plain, plain_text


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
        relationship: str | None = None,
        documents: list[str] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.relationship = relationship
        self.documents = documents
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.relationship = take("relationship", None)
        made.documents = take("documents", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.relationship) is not None:
            made["relationship"] = value if type(value) is str else plain_text(value)
        if self.documents is not None:
            not_plain()
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "relationship": STRING,
            "documents": array(STRING),
        }
