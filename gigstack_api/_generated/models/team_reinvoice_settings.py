# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamReinvoiceSettings`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, enum, number
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from .refund_handler import RefundHandler


class TeamReinvoiceSettings(Model):
    """Handling of an invoice that is issued anew."""

    window_days: int | None
    """How many days it can be issued anew, 0 or more."""
    handler: RefundHandler | str | None
    """Handling of the former invoice."""

    __slots__ = (
        "window_days",
        "handler",
    )

    def __init__(
        self,
        *,
        window_days: int | None = None,
        handler: RefundHandler | str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.window_days = window_days
        self.handler = handler
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (RefundHandler,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.window_days = take("window_days", None)
        instance.handler = RefundHandler.of(take("handler", None))
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.window_days) is not None:
            fields["window_days"] = (
                value if (type(value) is int) and value >= 0.0 else needs_conversion()
            )
        if (value := self.handler) is not None:
            fields["handler"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .refund_handler import RefundHandler

        return {
            "window_days": number(INTEGER, low=0.0),
            "handler": enum(RefundHandler),
        }


@cache
def _nested() -> tuple[type[RefundHandler],]:
    """The classes of nested values, imported when the first object is read."""
    from .refund_handler import RefundHandler

    return (RefundHandler,)
