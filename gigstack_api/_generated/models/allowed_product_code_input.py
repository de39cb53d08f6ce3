# Written by `make generate` from openapi.yaml; never edited.
"""AllowedProductCodeInput: A product code that may be chosen, as it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class AllowedProductCodeInput(Model):
    """A product code that may be chosen, as it is sent."""

    key: str | None
    """SAT product code (ClaveProdServ)."""
    description: str | None
    """Its name."""

    __slots__ = (
        "key",
        "description",
    )

    def __init__(
        self,
        *,
        key: str | None = None,
        description: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.key = key
        self.description = description
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.key = take("key", None)
        made.description = take("description", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.key) is not None:
            made["key"] = value if type(value) is str else plain_text(value)
        if (value := self.description) is not None:
            made["description"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "key": STRING,
            "description": STRING,
        }
