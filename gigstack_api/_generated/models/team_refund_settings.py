# Written by `make generate` from openapi.yaml; never edited.
"""TeamRefundSettings: What happens on refunds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    BOOLEAN,
    Kind,
    enum,
)
from gigstack_api._core.model import Model, not_plain, plain_text

if TYPE_CHECKING:
    from .refund_handler import RefundHandler


class TeamRefundSettings(Model):
    """What happens on refunds."""

    automatic_refunds: bool | None
    """Whether refunds are handled by themselves."""
    current_month_handler: RefundHandler | str | None
    """What is done with an invoice of the current month."""

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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (RefundHandler,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.automatic_refunds = take("automatic_refunds", None)
        made.current_month_handler = RefundHandler.of(take("current_month_handler", None))
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.automatic_refunds) is not None:
            made["automatic_refunds"] = value if (type(value) is bool) else not_plain()
        if (value := self.current_month_handler) is not None:
            made["current_month_handler"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .refund_handler import RefundHandler

        return {
            "automatic_refunds": BOOLEAN,
            "current_month_handler": enum(RefundHandler),
        }


@cache
def _nested() -> tuple[type[RefundHandler],]:
    """The classes of nested values, loaded when the first model is read."""
    from .refund_handler import RefundHandler

    return (RefundHandler,)
