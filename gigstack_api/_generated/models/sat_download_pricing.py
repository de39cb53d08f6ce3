# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadPricing`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class SatDownloadPricing(Model, kw_only=True):
    """Prices of mass download, as texts for display and not as numbers."""

    perDownload: str | None = None
    """Price of one XML, for example `$0.20 MXN`."""
    addonMonthly: str | None = None
    """Price of the add-on a month; null, since that fee was withdrawn."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "perDownload": STRING,
            "addonMonthly": STRING,
        }
