# Written by `make generate` from openapi.yaml; never edited.
"""SatListHit: An entry of a SAT list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, OBJECT, STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SatListHit(Model):
    """An entry of a SAT list."""

    list: str | None = None
    """Which list."""
    label: str | None = None
    """Its name in words."""
    source: str | None = None
    """Where the list comes from."""
    is_risky: bool | None = None
    """Whether the entry is a risk."""
    detail: dict[str, Any] | None = None
    """The entry itself."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "list": STRING,
            "label": STRING,
            "source": STRING,
            "is_risky": BOOLEAN,
            "detail": OBJECT,
        }
