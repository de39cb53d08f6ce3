# Written by `make generate` from openapi.yaml; never edited.
"""The model `PaymentAllowedMethod`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import enum
from gigstack_api._core.schema.models import Model

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (AllowedPaymentMethod,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = AllowedPaymentMethod.of(take("id", None))
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
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .allowed_payment_method import AllowedPaymentMethod

        return {
            "id": enum(AllowedPaymentMethod),
        }


@cache
def _nested() -> tuple[type[AllowedPaymentMethod],]:
    """The classes of nested values, imported when the first object is read."""
    from .allowed_payment_method import AllowedPaymentMethod

    return (AllowedPaymentMethod,)
