# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatListCheck`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, array, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class SatListCheck(Model, kw_only=True):
    """Outcome of looking an RFC up in the SAT lists."""

    is_risky: bool | None = None
    """Whether any list makes it risky."""
    hits: list[SatListHit] | None = None
    """Entries found."""
    checked_at: float | None = None
    """When it was checked (Unix milliseconds). Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "is_risky": BOOLEAN,
            "hits": array(model(SatListHit)),
            "checked_at": number(NUMBER, unit="ms"),
        }


# Below the class, since two models may refer to each other.
from .sat_list_hit import SatListHit
