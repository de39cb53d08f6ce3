# Written by `make generate` from openapi.yaml; never edited.
"""PaymentItemSearch: Search key of a line item, as it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class PaymentItemSearch(Model):
    """Search key of a line item, as it comes back."""

    on_key: str | None = None
    """Name of the field that was matched."""
    on_value: str | None = None
    """Value the field had to have."""
    auto_create: bool | None = None
    """Whether the service was to be created when none matched."""
    safety_check: bool | None = None
    """Unverified: named by one official client, meaning not documented."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "on_key": STRING,
            "on_value": STRING,
            "auto_create": BOOLEAN,
            "safety_check": BOOLEAN,
        }
