# Written by `make generate` from openapi.yaml; never edited.
"""The model `PendingReceiptsSummary`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, array
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import is_list, is_object

if TYPE_CHECKING:
    from .pending_receipt_result import PendingReceiptResult


class PendingReceiptsSummary(Model):
    """Outcome of the pending receipts of a client."""

    stamped: int | None
    """How many were stamped."""
    failed: int | None
    """How many could not be stamped."""
    remaining: int | None
    """How many wait for another call."""
    results: list[PendingReceiptResult] | None
    """One entry a receipt."""

    __slots__ = (
        "stamped",
        "failed",
        "remaining",
        "results",
    )

    def __init__(
        self,
        *,
        stamped: int | None = None,
        failed: int | None = None,
        remaining: int | None = None,
        results: list[PendingReceiptResult] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.stamped = stamped
        self.failed = failed
        self.remaining = remaining
        self.results = results
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (PendingReceiptResult,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.stamped = take("stamped", None)
        instance.failed = take("failed", None)
        instance.remaining = take("remaining", None)
        instance.results = (
            [PendingReceiptResult.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("results", None))
            else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.stamped) is not None:
            fields["stamped"] = value if (type(value) is int) else needs_conversion()
        if (value := self.failed) is not None:
            fields["failed"] = value if (type(value) is int) else needs_conversion()
        if (value := self.remaining) is not None:
            fields["remaining"] = value if (type(value) is int) else needs_conversion()
        if (value := self.results) is not None:
            fields["results"] = encode_models(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .pending_receipt_result import PendingReceiptResult

        return {
            "stamped": INTEGER,
            "failed": INTEGER,
            "remaining": INTEGER,
            "results": array(model(PendingReceiptResult)),
        }


@cache
def _nested() -> tuple[type[PendingReceiptResult],]:
    """The classes of nested values, imported when the first object is read."""
    from .pending_receipt_result import PendingReceiptResult

    return (PendingReceiptResult,)
