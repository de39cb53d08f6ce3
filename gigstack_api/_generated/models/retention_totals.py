# Written by `make generate` from openapi.yaml; never edited.
"""RetentionTotals: Amounts of a retention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import NUMBER, Kind, array, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .retained_tax import RetainedTax


@define(kw_only=True, repr=False)
class RetentionTotals(Model):
    """Amounts of a retention."""

    total_operation: float | None = None
    """Amount of the operation in currency units."""
    total_taxable: float | None = None
    """Taxed part in currency units; in the examples `total_operation` less `total_exempt`."""
    total_exempt: float | None = None
    """Exempt part in currency units."""
    total_retained: float | None = None
    """Sum of the retained taxes in currency units."""
    tax_retained: list[RetainedTax] | None = None
    """The retained taxes one by one."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .retained_tax import RetainedTax

        return {
            "total_operation": NUMBER,
            "total_taxable": NUMBER,
            "total_exempt": NUMBER,
            "total_retained": NUMBER,
            "tax_retained": array(model(RetainedTax)),
        }
