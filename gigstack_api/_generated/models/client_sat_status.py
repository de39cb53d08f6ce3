# Written by `make generate` from openapi.yaml; never edited.
"""ClientSatStatus: Standing of a client in the lists of the SAT."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    BOOLEAN,
    NUMBER,
    Kind,
    array,
    model,
    number,
)
from gigstack_api._core.model import Model, not_plain, plain_models
from gigstack_api._core.shapes import is_list, is_object

if TYPE_CHECKING:
    from .client_efos import ClientEfos
    from .sat_list_hit import SatListHit


class ClientSatStatus(Model):
    """Standing of a client in the lists of the SAT."""

    is_risky: bool | None
    """Whether any list makes it risky."""
    efos: ClientEfos | None
    """Check against the EFOS blacklist."""
    hits: list[SatListHit] | None
    """Entries found."""
    checked_at: float | None
    """When it was checked, a Unix time. Unverified: unit not stated, taken to be
    milliseconds."""

    __slots__ = (
        "is_risky",
        "efos",
        "hits",
        "checked_at",
    )

    def __init__(
        self,
        *,
        is_risky: bool | None = None,
        efos: ClientEfos | None = None,
        hits: list[SatListHit] | None = None,
        checked_at: float | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.is_risky = is_risky
        self.efos = efos
        self.hits = hits
        self.checked_at = checked_at
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        ClientEfos, SatListHit = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.is_risky = take("is_risky", None)
        made.efos = ClientEfos.from_dict(value) if is_object(value := take("efos", None)) else value
        made.hits = (
            [SatListHit.from_dict(each) if is_object(each) else each for each in value]
            if is_list(value := take("hits", None))
            else value
        )
        made.checked_at = take("checked_at", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.is_risky) is not None:
            made["is_risky"] = value if (type(value) is bool) else not_plain()
        if (value := self.efos) is not None:
            made["efos"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        if (value := self.hits) is not None:
            made["hits"] = plain_models(value)
        if (value := self.checked_at) is not None:
            made["checked_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        return not_plain() if self.additional_properties else made

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


@cache
def _nested() -> tuple[
    type[ClientEfos],
    type[SatListHit],
]:
    """The classes of nested values, loaded when the first model is read."""
    from .client_efos import ClientEfos
    from .sat_list_hit import SatListHit

    return ClientEfos, SatListHit
