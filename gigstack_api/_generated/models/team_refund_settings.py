# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamRefundSettings`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, enum
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from .refund_handler import RefundHandler


class TeamRefundSettings(Model):
    """Handling of refunds."""

    automatic_refunds: bool | None
    """Whether refunds are handled by themselves."""
    current_month_handler: RefundHandler | str | None
    """Handling of an invoice of the current month."""

    __slots__ = (
        "automatic_refunds",
        "current_month_handler",
    )

    def __init__(
        self,
        *,
        automatic_refunds: bool | None = None,
        current_month_handler: RefundHandler | str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.automatic_refunds = automatic_refunds
        self.current_month_handler = current_month_handler
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (RefundHandler,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.automatic_refunds = take("automatic_refunds", None)
        instance.current_month_handler = RefundHandler.of(take("current_month_handler", None))
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.automatic_refunds) is not None:
            fields["automatic_refunds"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.current_month_handler) is not None:
            fields["current_month_handler"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .refund_handler import RefundHandler

        return {
            "automatic_refunds": BOOLEAN,
            "current_month_handler": enum(RefundHandler),
        }


@cache
def _nested() -> tuple[type[RefundHandler],]:
    """The classes of nested values, imported when the first object is read."""
    from .refund_handler import RefundHandler

    return (RefundHandler,)
