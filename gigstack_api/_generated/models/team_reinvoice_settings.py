# Written by `make generate` from openapi.yaml; never edited.
"""TeamReinvoiceSettings: What happens to an invoice that is issued anew."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    INTEGER,
    Kind,
    enum,
    number,
)
from gigstack_api._core.model import Model, not_plain, plain_text

if TYPE_CHECKING:
    from .refund_handler import RefundHandler


class TeamReinvoiceSettings(Model):
    """What happens to an invoice that is issued anew."""

    window_days: int | None
    """How many days it can be issued anew, 0 or more."""
    handler: RefundHandler | str | None
    """What is done with the former invoice."""

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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (RefundHandler,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.window_days = take("window_days", None)
        made.handler = RefundHandler.of(take("handler", None))
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.window_days) is not None:
            made["window_days"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                and value >= 0.0
                else not_plain()
            )
        if (value := self.handler) is not None:
            made["handler"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .refund_handler import RefundHandler

        return {
            "window_days": number(INTEGER, low=0.0),
            "handler": enum(RefundHandler),
        }


@cache
def _nested() -> tuple[type[RefundHandler],]:
    """The classes of nested values, loaded when the first model is read."""
    from .refund_handler import RefundHandler

    return (RefundHandler,)
