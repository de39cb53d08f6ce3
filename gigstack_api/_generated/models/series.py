# Written by `make generate` from openapi.yaml; never edited.
"""Series: An invoice series of a team. Unverified: no answer was seen; the fields are inferred from the body of the
creation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import INTEGER, STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class Series(Model):
    """An invoice series of a team. Unverified: no answer was seen; the fields are inferred from the body of the
    creation."""

    series: str | None = None
    """Letters of the series, for example `A`."""
    live: int | None = None
    """Folio counter of live mode."""
    test: int | None = None
    """Folio counter of test mode."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "series": STRING,
            "live": INTEGER,
            "test": INTEGER,
        }
