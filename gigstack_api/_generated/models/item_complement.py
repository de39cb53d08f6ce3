# Written by `make generate` from openapi.yaml; never edited.
"""ItemComplement: Complement of a line item of a receipt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    Kind,
    model,
)
from gigstack_api._core.model import Model, not_plain
from gigstack_api._core.shapes import is_object

if TYPE_CHECKING:
    from .hydrocarbons_complement import HydrocarbonsComplement


class ItemComplement(Model):
    """Complement of a line item of a receipt."""

    hydrocarbons: HydrocarbonsComplement | None
    """Data of a sale of fuel."""

    __slots__ = ("hydrocarbons",)

    def __init__(
        self,
        *,
        hydrocarbons: HydrocarbonsComplement | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.hydrocarbons = hydrocarbons
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (HydrocarbonsComplement,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.hydrocarbons = (
            HydrocarbonsComplement.from_dict(value)
            if is_object(value := take("hydrocarbons", None))
            else value
        )
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.hydrocarbons) is not None:
            made["hydrocarbons"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .hydrocarbons_complement import HydrocarbonsComplement

        return {
            "hydrocarbons": model(HydrocarbonsComplement),
        }


@cache
def _nested() -> tuple[type[HydrocarbonsComplement],]:
    """The classes of nested values, loaded when the first model is read."""
    from .hydrocarbons_complement import HydrocarbonsComplement

    return (HydrocarbonsComplement,)
