# Written by `make generate` from openapi.yaml; never edited.
"""InvoiceAutomation: An automation that took part in an invoice. Unverified: only the names of the fields
are known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
    enum,
)
from gigstack_api._core.model import Model, not_plain, plain_text

if TYPE_CHECKING:
    from .invoice_automation_type import InvoiceAutomationType


class InvoiceAutomation(Model):
    """An automation that took part in an invoice. Unverified: only the names of the fields
    are known."""

    type: InvoiceAutomationType | str | None
    """Kind of automation. Unverified: taken to be the vocabulary of the creation."""
    from_: str | None
    """What started it."""
    ref: str | None
    """Id of the thing it refers to."""
    action: str | None
    """What it did."""

    __slots__ = (
        "type",
        "from_",
        "ref",
        "action",
    )

    def __init__(
        self,
        *,
        type: InvoiceAutomationType | str | None = None,
        from_: str | None = None,
        ref: str | None = None,
        action: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.type = type
        self.from_ = from_
        self.ref = ref
        self.action = action
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (InvoiceAutomationType,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.type = InvoiceAutomationType.of(take("type", None))
        made.from_ = take("from", None)
        made.ref = take("ref", None)
        made.action = take("action", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.type) is not None:
            made["type"] = value if type(value) is str else plain_text(value)
        if (value := self.from_) is not None:
            made["from"] = value if type(value) is str else plain_text(value)
        if (value := self.ref) is not None:
            made["ref"] = value if type(value) is str else plain_text(value)
        if (value := self.action) is not None:
            made["action"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .invoice_automation_type import InvoiceAutomationType

        return {
            "type": enum(InvoiceAutomationType),
            "from": STRING,
            "ref": STRING,
            "action": STRING,
        }


@cache
def _nested() -> tuple[type[InvoiceAutomationType],]:
    """The classes of nested values, loaded when the first model is read."""
    from .invoice_automation_type import InvoiceAutomationType

    return (InvoiceAutomationType,)
