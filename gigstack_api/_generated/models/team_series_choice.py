# Written by `make generate` from openapi.yaml; never edited.
"""TeamSeriesChoice: A chosen series."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class TeamSeriesChoice(Model):
    """A chosen series."""

    serie: str | None = None
    """Letters of the series, for example `A`. Singular here, unlike `series` of a series."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "serie": STRING,
        }
