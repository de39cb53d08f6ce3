# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionTotals`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, array
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class RetentionTotals(Model, kw_only=True):
    """Amounts of a retention."""

    total_operation: float | None = None
    """Amount of the operation in currency units."""
    total_taxable: float | None = None
    """Taxed part in currency units: `total_operation` less `total_exempt`."""
    total_exempt: float | None = None
    """Exempt part in currency units."""
    total_retained: float | None = None
    """Sum of the retained taxes in currency units."""
    tax_retained: list[RetainedTax] | None = None
    """The retained taxes one by one."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "total_operation": NUMBER,
            "total_taxable": NUMBER,
            "total_exempt": NUMBER,
            "total_retained": NUMBER,
            "tax_retained": array(model(RetainedTax)),
        }


# Below the class, since two models may refer to each other.
from .retained_tax import RetainedTax
