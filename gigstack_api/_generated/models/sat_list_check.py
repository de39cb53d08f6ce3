# Written by `make generate` from openapi.yaml; never edited.
"""SatListCheck: Outcome of looking an RFC up in the SAT lists. Unverified: the page was not seen; the fields are those of the
`sat_status` of a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import BOOLEAN, NUMBER, Kind, array, model, number
from ..._core.model import Model

if TYPE_CHECKING:
    from .sat_list_hit import SatListHit


@define(kw_only=True, repr=False)
class SatListCheck(Model):
    """Outcome of looking an RFC up in the SAT lists. Unverified: the page was not seen; the fields are those of
    the `sat_status` of a client."""

    is_risky: bool | None = None
    """Whether any list makes it risky."""
    hits: list[SatListHit] | None = None
    """Entries found."""
    checked_at: float | None = None
    """When it was checked, a Unix time. Unverified: unit not stated, taken to be milliseconds."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .sat_list_hit import SatListHit

        return {
            "is_risky": BOOLEAN,
            "hits": array(model(SatListHit)),
            "checked_at": number(NUMBER, unit="ms"),
        }
