# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamTaxDefault`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, enum
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from decimal import Decimal

    from .tax_factor import TaxFactor
    from .tax_type import TaxType


class TeamTaxDefault(Model):
    """A tax that items get by default.

    Unverified: its page was not seen; `type` and `rate` are in a sample, the other fields are
    what an integrator reads, and an official client accepts any keys.
    """

    type: TaxType | str | None
    """Which tax."""
    rate: float | None
    """Rate as a fraction (0.16 is 16 %); an integrator is ready for a percentage above 1 too."""
    factor: TaxFactor | str | None
    """How the rate is applied."""
    inclusive: bool | None
    """Whether the price already contains the tax."""
    withholding: bool | None
    """Whether the tax is withheld."""

    __slots__ = (
        "type",
        "rate",
        "factor",
        "inclusive",
        "withholding",
    )

    def __init__(
        self,
        *,
        type: TaxType | str | None = None,
        rate: float | Decimal | None = None,
        factor: TaxFactor | str | None = None,
        inclusive: bool | None = None,
        withholding: bool | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.type = type
        self.rate = rate  # type: ignore[assignment]  # written as an argument, read as an answer
        self.factor = factor
        self.inclusive = inclusive
        self.withholding = withholding
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        TaxFactor, TaxType = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.type = TaxType.of(take("type", None))
        instance.rate = take("rate", None)
        instance.factor = TaxFactor.of(take("factor", None))
        instance.inclusive = take("inclusive", None)
        instance.withholding = take("withholding", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.type) is not None:
            fields["type"] = value if type(value) is str else enum_text(value)
        if (value := self.rate) is not None:
            fields["rate"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.factor) is not None:
            fields["factor"] = value if type(value) is str else enum_text(value)
        if (value := self.inclusive) is not None:
            fields["inclusive"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.withholding) is not None:
            fields["withholding"] = value if (type(value) is bool) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .tax_factor import TaxFactor
        from .tax_type import TaxType

        return {
            "type": enum(TaxType),
            "rate": NUMBER,
            "factor": enum(TaxFactor),
            "inclusive": BOOLEAN,
            "withholding": BOOLEAN,
        }


@cache
def _nested() -> tuple[
    type[TaxFactor],
    type[TaxType],
]:
    """The classes of nested values, imported when the first object is read."""
    from .tax_factor import TaxFactor
    from .tax_type import TaxType

    return TaxFactor, TaxType
