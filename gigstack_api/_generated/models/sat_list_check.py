# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatListCheck`."""

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
    from .sat_list_hit import SatListHit


class SatListCheck(Model):
    """Outcome of looking an RFC up in the SAT lists.

    Unverified: the page was not seen; the fields are those of the `sat_status` of a client.
    """

    is_risky: bool | None
    """Whether any list makes it risky."""
    hits: list[SatListHit] | None
    """Entries found."""
    checked_at: float | None
    """When it was checked, a Unix time. Unverified: unit not stated, taken to be milliseconds."""

    __slots__ = (
        "is_risky",
        "hits",
        "checked_at",
    )

    def __init__(
        self,
        *,
        is_risky: bool | None = None,
        hits: list[SatListHit] | None = None,
        checked_at: float | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.is_risky = is_risky
        self.hits = hits
        self.checked_at = checked_at
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (SatListHit,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.is_risky = take("is_risky", None)
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
        from .sat_list_hit import SatListHit

        return {
            "is_risky": BOOLEAN,
            "hits": array(model(SatListHit)),
            "checked_at": number(NUMBER, unit="ms"),
        }


@cache
def _nested() -> tuple[type[SatListHit],]:
    """The classes of nested values, imported when the first object is read."""
    from .sat_list_hit import SatListHit

    return (SatListHit,)
