# Written by `make generate` from openapi.yaml; never edited.
"""The model `Refund`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, array
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import is_list, is_object

if TYPE_CHECKING:
    from .payment_item import PaymentItem


class Refund(Model):
    """Money given back.

    Unverified: the only example is cut right after the id, within a key that begins with
    "it"; the other fields are inferred from that and from the request.
    """

    id: str | None
    """Id (`refund_…`)."""
    items: list[PaymentItem] | None
    """The items refunded. Unverified: inferred from the first letters of a key."""
    amount: float | None
    """How much in currency units. Unverified: inferred from the request."""
    reason: str | None
    """Why. Unverified: inferred from the request."""

    __slots__ = (
        "id",
        "items",
        "amount",
        "reason",
    )

    def __init__(
        self,
        *,
        id: str | None = None,
        items: list[PaymentItem] | None = None,
        amount: float | None = None,
        reason: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.items = items
        self.amount = amount
        self.reason = reason
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (PaymentItem,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.items = (
            [PaymentItem.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("items", None))
            else value
        )
        instance.amount = take("amount", None)
        instance.reason = take("reason", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not None:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.items) is not None:
            fields["items"] = encode_models(value)
        if (value := self.amount) is not None:
            fields["amount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.reason) is not None:
            fields["reason"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .payment_item import PaymentItem

        return {
            "id": STRING,
            "items": array(model(PaymentItem)),
            "amount": NUMBER,
            "reason": STRING,
        }


@cache
def _nested() -> tuple[type[PaymentItem],]:
    """The classes of nested values, imported when the first object is read."""
    from .payment_item import PaymentItem

    return (PaymentItem,)
