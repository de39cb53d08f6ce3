# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientDefaults`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN
from gigstack_api._core.schema.models import Model


class ClientDefaults(Model):
    """Defaults for a client."""

    keep_full_legal_name: bool | None
    """Whether the legal name keeps its ending (SA de CV, ...)."""
    issue_automatic_invoices: bool | None
    """Whether payments are invoiced by themselves."""
    issue_invoiceable_receipts: bool | None
    """Whether receipts can be invoiced by the client."""

    __slots__ = (
        "keep_full_legal_name",
        "issue_automatic_invoices",
        "issue_invoiceable_receipts",
    )

    def __init__(
        self,
        *,
        keep_full_legal_name: bool | None = None,
        issue_automatic_invoices: bool | None = None,
        issue_invoiceable_receipts: bool | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.keep_full_legal_name = keep_full_legal_name
        self.issue_automatic_invoices = issue_automatic_invoices
        self.issue_invoiceable_receipts = issue_invoiceable_receipts
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.keep_full_legal_name = take("keep_full_legal_name", None)
        instance.issue_automatic_invoices = take("issue_automatic_invoices", None)
        instance.issue_invoiceable_receipts = take("issue_invoiceable_receipts", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.keep_full_legal_name) is not None:
            fields["keep_full_legal_name"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.issue_automatic_invoices) is not None:
            fields["issue_automatic_invoices"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.issue_invoiceable_receipts) is not None:
            fields["issue_invoiceable_receipts"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "keep_full_legal_name": BOOLEAN,
            "issue_automatic_invoices": BOOLEAN,
            "issue_invoiceable_receipts": BOOLEAN,
        }
