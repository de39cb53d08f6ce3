# Written by `make generate` from openapi.yaml; never edited.
"""SignupSubscription: The plan of a new account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import INTEGER, STRING, Kind, number
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SignupSubscription(Model):
    """The plan of a new account."""

    id: str | None = None
    """Id of the subscription."""
    status: str | None = None
    """State of the subscription."""
    current_period_end: int | None = None
    """End of the period that is paid (Unix seconds)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "id": STRING,
            "status": STRING,
            "current_period_end": number(INTEGER, unit="s"),
        }
