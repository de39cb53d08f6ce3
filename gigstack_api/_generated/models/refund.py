# Written by `make generate` from openapi.yaml; never edited.
"""Refund: Money given back. Unverified: the only example is cut right after the id, within a
key that begins with "it"; the other fields are inferred from that and from the
request."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    NUMBER,
    STRING,
    Kind,
    array,
    model,
)
from gigstack_api._core.model import Model, not_plain, plain_models, plain_text
from gigstack_api._core.shapes import is_list, is_object

if TYPE_CHECKING:
    from .payment_item import PaymentItem


class Refund(Model):
    """Money given back. Unverified: the only example is cut right after the id, within a
    key that begins with "it"; the other fields are inferred from that and from the
    request."""

    id: str | None
    """Id (`refund_…`)."""
    items: list[PaymentItem] | None
    """What was given back. Unverified: inferred from the first letters of a key."""
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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (PaymentItem,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.id = take("id", None)
        made.items = (
            [PaymentItem.from_dict(each) if is_object(each) else each for each in value]
            if is_list(value := take("items", None))
            else value
        )
        made.amount = take("amount", None)
        made.reason = take("reason", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not None:
            made["id"] = value if type(value) is str else plain_text(value)
        if (value := self.items) is not None:
            made["items"] = plain_models(value)
        if (value := self.amount) is not None:
            made["amount"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        if (value := self.reason) is not None:
            made["reason"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .payment_item import PaymentItem

        return {
            "id": STRING,
            "items": array(model(PaymentItem)),
            "amount": NUMBER,
            "reason": STRING,
        }


@cache
def _nested() -> tuple[type[PaymentItem],]:
    """The classes of nested values, loaded when the first model is read."""
    from .payment_item import PaymentItem

    return (PaymentItem,)
