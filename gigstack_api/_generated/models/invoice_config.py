# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceConfig`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, number, one_of
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import is_object

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from ..types import GlobalInvoiceDict
    from .global_invoice import GlobalInvoice


class InvoiceConfig(Model):
    """Settings of the invoice that a payment or a receipt will give.

    Unverified: the page of the schema was not seen; `serie` and `folio` are documented for
    payments, the rest comes from an official client.
    """

    serie: str | None
    """Series of the folio; spelled `serie` here and `series` on invoices."""
    folio: float | str | None
    """Number in the series; a text in the docs, a number in an official client."""
    date: float | None
    """Date of the invoice, a Unix time. Unverified: unit not stated, taken to be milliseconds as
    when a receipt is stamped.
    """
    global_: GlobalInvoice | None
    """Period of a global invoice."""
    validUntil: float | None
    """Until when it can be invoiced, a Unix time; camel case. Unverified: unit not stated, taken
    to be seconds as on receipts.
    """

    __slots__ = (
        "serie",
        "folio",
        "date",
        "global_",
        "validUntil",
    )

    def __init__(
        self,
        *,
        serie: str | None = None,
        folio: float | Decimal | str | None = None,
        date: float | Decimal | datetime | None = None,
        global_: GlobalInvoice | GlobalInvoiceDict | None = None,
        validUntil: float | Decimal | datetime | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.serie = serie
        self.folio = folio  # type: ignore[assignment]  # written as an argument, read as an answer
        self.date = date  # type: ignore[assignment]  # written as an argument, read as an answer
        self.global_ = global_  # type: ignore[assignment]  # written as an argument, read as an answer
        self.validUntil = validUntil  # type: ignore[assignment]  # written as an argument, read as an answer
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (GlobalInvoice,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.serie = take("serie", None)
        instance.folio = take("folio", None)
        instance.date = take("date", None)
        instance.global_ = (
            GlobalInvoice.from_dict(value) if is_object(value := take("global", None)) else value
        )
        instance.validUntil = take("validUntil", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.serie) is not None:
            fields["serie"] = value if type(value) is str else enum_text(value)
        if (value := self.folio) is not None:
            fields["folio"] = (
                value
                if (
                    type(value) is int
                    or (type(value) is float and isfinite(value))
                    or type(value) is str
                )
                else needs_conversion()
            )
        if (value := self.date) is not None:
            fields["date"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.global_) is not None:
            fields["global"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.validUntil) is not None:
            fields["validUntil"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .global_invoice import GlobalInvoice

        return {
            "serie": STRING,
            "folio": one_of(NUMBER, STRING),
            "date": number(NUMBER, unit="ms"),
            "global": model(GlobalInvoice),
            "validUntil": number(NUMBER, unit="s"),
        }


@cache
def _nested() -> tuple[type[GlobalInvoice],]:
    """The classes of nested values, imported when the first object is read."""
    from .global_invoice import GlobalInvoice

    return (GlobalInvoice,)
