# Written by `make generate` from openapi.yaml; never edited.
"""TeamBrandInput: Name and looks of a team, as they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class TeamBrandInput(Model):
    """Name and looks of a team, as they are sent."""

    alias: str | None
    """Visible name."""
    primary_color: str | None
    """First colour, as `#rrggbb`."""
    secondary_color: str | None
    """Second colour, as `#rrggbb`."""
    logo: str | None
    """Address of the logo, a URL."""

    __slots__ = (
        "alias",
        "primary_color",
        "secondary_color",
        "logo",
    )

    def __init__(
        self,
        *,
        alias: str | None = None,
        primary_color: str | None = None,
        secondary_color: str | None = None,
        logo: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.alias = alias
        self.primary_color = primary_color
        self.secondary_color = secondary_color
        self.logo = logo
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.alias = take("alias", None)
        made.primary_color = take("primary_color", None)
        made.secondary_color = take("secondary_color", None)
        made.logo = take("logo", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.alias) is not None:
            made["alias"] = value if type(value) is str else plain_text(value)
        if (value := self.primary_color) is not None:
            made["primary_color"] = value if type(value) is str else plain_text(value)
        if (value := self.secondary_color) is not None:
            made["secondary_color"] = value if type(value) is str else plain_text(value)
        if (value := self.logo) is not None:
            made["logo"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "alias": STRING,
            "primary_color": STRING,
            "secondary_color": STRING,
            "logo": STRING,
        }
