# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientSatStatus`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, array, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class ClientSatStatus(Model, kw_only=True):
    """Standing of a client in the lists of the SAT."""

    is_risky: bool | None = None
    """Whether any list makes it risky."""
    efos: ClientEfos | None = None
    """Check against the EFOS blacklist."""
    hits: list[SatListHit] | None = None
    """Entries found."""
    checked_at: float | None = None
    """When it was checked (Unix milliseconds). Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "is_risky": BOOLEAN,
            "efos": model(ClientEfos),
            "hits": array(model(SatListHit)),
            "checked_at": number(NUMBER, unit="ms"),
        }


# Below the class, since two models may refer to each other.
from .client_efos import ClientEfos
from .sat_list_hit import SatListHit
