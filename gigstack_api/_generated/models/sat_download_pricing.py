# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadPricing`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class SatDownloadPricing(Model):
    """Prices of mass download, as texts for display and not as numbers."""

    perDownload: str | None
    """Price of one XML, for example `$0.20 MXN`."""
    addonMonthly: str | None
    """Price of the add-on a month; null, since that fee was withdrawn."""

    __slots__ = (
        "perDownload",
        "addonMonthly",
    )

    def __init__(
        self,
        *,
        perDownload: str | None = None,
        addonMonthly: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.perDownload = perDownload
        self.addonMonthly = addonMonthly
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.perDownload = take("perDownload", None)
        instance.addonMonthly = take("addonMonthly", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.perDownload) is not None:
            fields["perDownload"] = value if type(value) is str else enum_text(value)
        if (value := self.addonMonthly) is not None:
            fields["addonMonthly"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "perDownload": STRING,
            "addonMonthly": STRING,
        }
