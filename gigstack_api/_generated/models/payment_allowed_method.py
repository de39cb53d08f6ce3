# Written by `make generate` from openapi.yaml; never edited.
"""PaymentAllowedMethod: A way in which a payment can be paid. Unverified: fields beside the id were not seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    Kind,
    enum,
)
from gigstack_api._core.model import Model, not_plain, plain_text

if TYPE_CHECKING:
    from .allowed_payment_method import AllowedPaymentMethod


class PaymentAllowedMethod(Model):
    """A way in which a payment can be paid. Unverified: fields beside the id were not seen."""

    id: AllowedPaymentMethod | str | None
    """Which way, for example `card`."""

    __slots__ = ("id",)

    def __init__(
        self,
        *,
        id: AllowedPaymentMethod | str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (AllowedPaymentMethod,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.id = AllowedPaymentMethod.of(take("id", None))
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
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .allowed_payment_method import AllowedPaymentMethod

        return {
            "id": enum(AllowedPaymentMethod),
        }


@cache
def _nested() -> tuple[type[AllowedPaymentMethod],]:
    """The classes of nested values, loaded when the first model is read."""
    from .allowed_payment_method import AllowedPaymentMethod

    return (AllowedPaymentMethod,)
