# Written by `make generate` from openapi.yaml; never edited.
"""InvoiceConfig: Settings of the invoice that a payment or a receipt will give. Unverified: the page of the schema was not
seen; `serie` and `folio` are documented for payments, the rest comes from an official client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import NUMBER, STRING, Kind, model, number, one_of
from ..._core.model import Model

if TYPE_CHECKING:
    from .global_invoice import GlobalInvoice


@define(kw_only=True, repr=False)
class InvoiceConfig(Model):
    """Settings of the invoice that a payment or a receipt will give. Unverified: the page of the schema was not
    seen; `serie` and `folio` are documented for payments, the rest comes from an official client."""

    serie: str | None = None
    """Series of the folio; spelled `serie` here and `series` on invoices."""
    folio: float | str | None = None
    """Number in the series; a text in the docs, a number in an official client."""
    date: float | None = None
    """Date of the invoice, a Unix time. Unverified: unit not stated, taken to be milliseconds as when a receipt
    is stamped."""
    global_: GlobalInvoice | None = None
    """Period of a global invoice."""
    validUntil: float | None = None
    """Until when it can be invoiced, a Unix time; camel case. Unverified: unit not stated, taken to be seconds
    as on receipts."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .global_invoice import GlobalInvoice

        return {
            "serie": STRING,
            "folio": one_of(NUMBER, STRING),
            "date": number(NUMBER, unit="ms"),
            "global": model(GlobalInvoice),
            "validUntil": number(NUMBER, unit="s"),
        }
