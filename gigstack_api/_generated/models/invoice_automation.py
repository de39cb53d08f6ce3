# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceAutomation`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from .invoice_automation_type import InvoiceAutomationType


class InvoiceAutomation(Model):
    """An automation that took part in an invoice.

    Unverified: only the names of the fields are known.
    """

    type: InvoiceAutomationType | str | None
    """Kind of automation. Unverified: taken to be the vocabulary of the creation."""
    from_: str | None
    """Trigger of the automation."""
    ref: str | None
    """Id of the thing it refers to."""
    action: str | None
    """Action it took."""

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (InvoiceAutomationType,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.type = InvoiceAutomationType.of(take("type", None))
        instance.from_ = take("from", None)
        instance.ref = take("ref", None)
        instance.action = take("action", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.type) is not None:
            fields["type"] = value if type(value) is str else enum_text(value)
        if (value := self.from_) is not None:
            fields["from"] = value if type(value) is str else enum_text(value)
        if (value := self.ref) is not None:
            fields["ref"] = value if type(value) is str else enum_text(value)
        if (value := self.action) is not None:
            fields["action"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .invoice_automation_type import InvoiceAutomationType

        return {
            "type": enum(InvoiceAutomationType),
            "from": STRING,
            "ref": STRING,
            "action": STRING,
        }


@cache
def _nested() -> tuple[type[InvoiceAutomationType],]:
    """The classes of nested values, imported when the first object is read."""
    from .invoice_automation_type import InvoiceAutomationType

    return (InvoiceAutomationType,)
