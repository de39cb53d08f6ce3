# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadPricing: Prices of mass download, as texts for display and not as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.perDownload = take("perDownload", None)
        made.addonMonthly = take("addonMonthly", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.perDownload) is not None:
            made["perDownload"] = value if type(value) is str else plain_text(value)
        if (value := self.addonMonthly) is not None:
            made["addonMonthly"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "perDownload": STRING,
            "addonMonthly": STRING,
        }
