# Written by `make generate` from openapi.yaml; never edited.
"""SupportDocumentLink: Something a support document is attached to."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.kinds import (
    INTEGER,
    STRING,
    Kind,
    number,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class SupportDocumentLink(Model):
    """Something a support document is attached to."""

    entity_type: str | None
    """`invoice`, `payment`, `receipt` or `client`."""
    entity_id: str | None
    """Its id."""
    linked_at: int | None
    """When, a Unix time. Unverified: unit taken to be milliseconds."""

    __slots__ = (
        "entity_type",
        "entity_id",
        "linked_at",
    )

    def __init__(
        self,
        *,
        entity_type: str | None = None,
        entity_id: str | None = None,
        linked_at: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.entity_type = entity_type
        self.entity_id = entity_id
        self.linked_at = linked_at
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.entity_type = take("entity_type", None)
        made.entity_id = take("entity_id", None)
        made.linked_at = take("linked_at", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.entity_type) is not None:
            made["entity_type"] = value if type(value) is str else plain_text(value)
        if (value := self.entity_id) is not None:
            made["entity_id"] = value if type(value) is str else plain_text(value)
        if (value := self.linked_at) is not None:
            made["linked_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "entity_type": STRING,
            "entity_id": STRING,
            "linked_at": number(INTEGER, unit="ms"),
        }
