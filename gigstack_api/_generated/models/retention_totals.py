# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionTotals`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, array
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import is_list, is_object

if TYPE_CHECKING:
    from .retained_tax import RetainedTax


class RetentionTotals(Model):
    """Amounts of a retention."""

    total_operation: float | None
    """Amount of the operation in currency units."""
    total_taxable: float | None
    """Taxed part in currency units; in the examples `total_operation` less `total_exempt`."""
    total_exempt: float | None
    """Exempt part in currency units."""
    total_retained: float | None
    """Sum of the retained taxes in currency units."""
    tax_retained: list[RetainedTax] | None
    """The retained taxes one by one."""

    __slots__ = (
        "total_operation",
        "total_taxable",
        "total_exempt",
        "total_retained",
        "tax_retained",
    )

    def __init__(
        self,
        *,
        total_operation: float | None = None,
        total_taxable: float | None = None,
        total_exempt: float | None = None,
        total_retained: float | None = None,
        tax_retained: list[RetainedTax] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.total_operation = total_operation
        self.total_taxable = total_taxable
        self.total_exempt = total_exempt
        self.total_retained = total_retained
        self.tax_retained = tax_retained
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (RetainedTax,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.total_operation = take("total_operation", None)
        instance.total_taxable = take("total_taxable", None)
        instance.total_exempt = take("total_exempt", None)
        instance.total_retained = take("total_retained", None)
        instance.tax_retained = (
            [RetainedTax.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("tax_retained", None))
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
        if (value := self.total_operation) is not None:
            fields["total_operation"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.total_taxable) is not None:
            fields["total_taxable"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.total_exempt) is not None:
            fields["total_exempt"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.total_retained) is not None:
            fields["total_retained"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.tax_retained) is not None:
            fields["tax_retained"] = encode_models(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .retained_tax import RetainedTax

        return {
            "total_operation": NUMBER,
            "total_taxable": NUMBER,
            "total_exempt": NUMBER,
            "total_retained": NUMBER,
            "tax_retained": array(model(RetainedTax)),
        }


@cache
def _nested() -> tuple[type[RetainedTax],]:
    """The classes of nested values, imported when the first object is read."""
    from .retained_tax import RetainedTax

    return (RetainedTax,)
