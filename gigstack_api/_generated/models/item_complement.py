# Written by `make generate` from openapi.yaml; never edited.
"""The model `ItemComplement`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import is_object

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (HydrocarbonsComplement,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.hydrocarbons = (
            HydrocarbonsComplement.from_dict(value)
            if is_object(value := take("hydrocarbons", None))
            else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.hydrocarbons) is not None:
            fields["hydrocarbons"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .hydrocarbons_complement import HydrocarbonsComplement

        return {
            "hydrocarbons": model(HydrocarbonsComplement),
        }


@cache
def _nested() -> tuple[type[HydrocarbonsComplement],]:
    """The classes of nested values, imported when the first object is read."""
    from .hydrocarbons_complement import HydrocarbonsComplement

    return (HydrocarbonsComplement,)
