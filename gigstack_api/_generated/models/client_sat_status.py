# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientSatStatus`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, array, number
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import is_list, is_object

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
    """When it was checked, a Unix time. Unverified: unit not stated, taken to be milliseconds."""

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        ClientEfos, SatListHit = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.is_risky = take("is_risky", None)
        instance.efos = (
            ClientEfos.from_dict(value) if is_object(value := take("efos", None)) else value
        )
        instance.hits = (
            [SatListHit.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("hits", None))
            else value
        )
        instance.checked_at = take("checked_at", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.is_risky) is not None:
            fields["is_risky"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.efos) is not None:
            fields["efos"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.hits) is not None:
            fields["hits"] = encode_models(value)
        if (value := self.checked_at) is not None:
            fields["checked_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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
    """The classes of nested values, imported when the first object is read."""
    from .client_efos import ClientEfos
    from .sat_list_hit import SatListHit

    return ClientEfos, SatListHit
