# Written by `make generate` from openapi.yaml; never edited.
"""TeamComplement: A complement of the invoices of a team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class TeamComplement(Model):
    """A complement of the invoices of a team."""

    data: str | None
    """Content."""
    description: str | None
    """What it is for."""
    type: str | None
    """Which complement."""

    __slots__ = (
        "data",
        "description",
        "type",
    )

    def __init__(
        self,
        *,
        data: str | None = None,
        description: str | None = None,
        type: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.data = data
        self.description = description
        self.type = type
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.data = take("data", None)
        made.description = take("description", None)
        made.type = take("type", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.data) is not None:
            made["data"] = value if type(value) is str else plain_text(value)
        if (value := self.description) is not None:
            made["description"] = value if type(value) is str else plain_text(value)
        if (value := self.type) is not None:
            made["type"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "data": STRING,
            "description": STRING,
            "type": STRING,
        }
