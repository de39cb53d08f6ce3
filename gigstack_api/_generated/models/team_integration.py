# Written by `make generate` from openapi.yaml; never edited.
"""TeamIntegration: A connected service of a team. Other fields were not seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class TeamIntegration(Model):
    """A connected service of a team. Other fields were not seen."""

    completed: bool | None = None
    """Whether it is connected; official clients count an integration only when this is true."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "completed": BOOLEAN,
        }
