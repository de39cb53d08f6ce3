# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionPlatformServiceInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from decimal import Decimal


class RetentionPlatformServiceInput(Model, kw_only=True):
    """A service given through a digital platform."""

    payment_form: str | None = None
    """SAT code of how the service was paid, two digits."""
    service_type: str | None = None
    """SAT code of the kind of service, two digits."""
    service_date: str | None = None
    """Day of the service, YYYY-MM-DD."""
    price_without_tax: float | Decimal | None = None
    """Price before taxes in currency units."""
    tax_rate: float | Decimal | None = None
    """Rate of the tax as a fraction (0.16 is 16 %)."""
    commission: float | Decimal | None = None
    """Commission of the platform in currency units."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "payment_form": STRING,
            "service_type": STRING,
            "service_date": STRING,
            "price_without_tax": NUMBER,
            "tax_rate": NUMBER,
            "commission": NUMBER,
        }
