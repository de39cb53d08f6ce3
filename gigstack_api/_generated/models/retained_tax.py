# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetainedTax`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING
from gigstack_api._core.schema.models import Model


class RetainedTax(Model, kw_only=True):
    """A tax of an issued retention."""

    tax: str | None = None
    """Which tax."""
    base: float | None = None
    """Base of the tax in currency units."""
    amount: float | None = None
    """Retained amount in currency units."""
    payment_type: str | None = None
    """SAT code of the kind of payment, two digits: 03 for the ISR and 01 for the IVA of the
    example; others exist.
    """

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "tax": STRING,
            "base": NUMBER,
            "amount": NUMBER,
            "payment_type": STRING,
        }
