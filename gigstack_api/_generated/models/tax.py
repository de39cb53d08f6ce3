# Written by `make generate` from openapi.yaml; never edited.
"""The model `Tax`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, STRING, enum, one_of
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from decimal import Decimal

    from .tax_factor import TaxFactor
    from .tax_type import TaxType


class Tax(Model):
    """A tax of a line item."""

    type: TaxType | str | None
    """Which tax."""
    rate: float | str | None
    """Rate as a fraction (0.16 is 16 %; a withheld IVA can be 0.106667). Can come back as a
    text.
    """
    factor: TaxFactor | str | None
    """How the rate is applied."""
    base: float | str | None
    """Base of the tax in currency units. Settled: the docs show the text "01" here, an evident
    slip of the sample; stored documents hold amounts.
    """
    inclusive: bool | None
    """Whether the price already contains the tax. Unverified: taken to default to false."""
    withholding: bool | None
    """Whether the tax is withheld. Unverified: taken to default to false."""

    __slots__ = (
        "type",
        "rate",
        "factor",
        "base",
        "inclusive",
        "withholding",
    )

    def __init__(
        self,
        *,
        type: TaxType | str | None = None,
        rate: float | Decimal | str | None = None,
        factor: TaxFactor | str | None = None,
        base: float | Decimal | str | None = None,
        inclusive: bool | None = None,
        withholding: bool | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.type = type
        self.rate = rate  # type: ignore[assignment]  # written as an argument, read as an answer
        self.factor = factor
        self.base = base  # type: ignore[assignment]  # written as an argument, read as an answer
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
        instance.base = take("base", None)
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
                if (
                    type(value) is int
                    or (type(value) is float and isfinite(value))
                    or type(value) is str
                )
                else needs_conversion()
            )
        if (value := self.factor) is not None:
            fields["factor"] = value if type(value) is str else enum_text(value)
        if (value := self.base) is not None:
            fields["base"] = (
                value
                if (
                    type(value) is int
                    or (type(value) is float and isfinite(value))
                    or type(value) is str
                )
                else needs_conversion()
            )
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
            "rate": one_of(NUMBER, STRING),
            "factor": enum(TaxFactor),
            "base": one_of(NUMBER, STRING),
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
