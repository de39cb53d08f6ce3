# Written by `make generate` from openapi.yaml; never edited.
"""PaymentItemPatch: New text of an item of a payment; other fields are refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class PaymentItemPatch(Model):
    """New text of an item of a payment; other fields are refused."""

    id: str | None = None
    """Id of the item inside the payment."""
    description: str | None = None
    """Text that replaces the present one."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "id": STRING,
            "description": STRING,
        }
