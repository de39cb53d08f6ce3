# Written by `make generate` from openapi.yaml; never edited.
"""ClientSatStatus: Standing of a client in the lists of the SAT."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, NUMBER, Kind, array, model, number
from ..._core.model import Model

if TYPE_CHECKING:
    from .client_efos import ClientEfos
    from .sat_list_hit import SatListHit


@define(kw_only=True, repr=False)
class ClientSatStatus(Model):
    """Standing of a client in the lists of the SAT."""

    is_risky: bool | None = None
    """Whether any list makes it risky."""
    efos: ClientEfos | None = None
    """Check against the EFOS blacklist."""
    hits: list[SatListHit] | None = None
    """Entries found."""
    checked_at: float | None = None
    """When it was checked, a Unix time. Unverified: unit not stated, taken to be milliseconds."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .client_efos import ClientEfos
        from .sat_list_hit import SatListHit

        return {
            "is_risky": BOOLEAN,
            "efos": model(ClientEfos),
            "hits": array(model(SatListHit)),
            "checked_at": number(NUMBER, unit="ms"),
        }
