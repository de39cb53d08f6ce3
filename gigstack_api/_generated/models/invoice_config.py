# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceConfig`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, number, one_of
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from ..types import GlobalInvoiceDict


class InvoiceConfig(Model, kw_only=True):
    """Settings of the invoice that a payment or a receipt will give."""

    serie: str | None = None
    """Series of the folio; spelled `serie` here and `series` on invoices."""
    folio: float | str | None = None
    """Number in the series."""
    date: float | None = None
    """Date of the invoice (Unix milliseconds). Not confirmed by the API's documentation."""
    global_: GlobalInvoice | None = None
    """Period of a global invoice."""
    validUntil: float | None = None
    """Until when it can be invoiced (Unix seconds). Not confirmed by the API's documentation."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            serie: str | None = None,
            folio: float | Decimal | str | None = None,
            date: float | Decimal | datetime | None = None,
            global_: GlobalInvoice | GlobalInvoiceDict | None = None,
            validUntil: float | Decimal | datetime | None = None,
            additional_properties: dict[str, Any] = ...,
        ) -> None: ...

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "serie": STRING,
            "folio": one_of(NUMBER, STRING),
            "date": number(NUMBER, unit="ms"),
            "global": model(GlobalInvoice),
            "validUntil": number(NUMBER, unit="s"),
        }


# Below the class, since two models may refer to each other.
from .global_invoice import GlobalInvoice
