# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamBrand`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class TeamBrand(Model):
    """Name and looks of a team."""

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.alias = take("alias", None)
        instance.primary_color = take("primary_color", None)
        instance.secondary_color = take("secondary_color", None)
        instance.logo = take("logo", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.alias) is not None:
            fields["alias"] = value if type(value) is str else enum_text(value)
        if (value := self.primary_color) is not None:
            fields["primary_color"] = value if type(value) is str else enum_text(value)
        if (value := self.secondary_color) is not None:
            fields["secondary_color"] = value if type(value) is str else enum_text(value)
        if (value := self.logo) is not None:
            fields["logo"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "alias": STRING,
            "primary_color": STRING,
            "secondary_color": STRING,
            "logo": STRING,
        }
