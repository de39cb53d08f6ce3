# Written by `make generate` from openapi.yaml; never edited.
"""ClientDefaults: What happens by default for a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    BOOLEAN,
    Kind,
)
from gigstack_api._core.model import Model, not_plain


class ClientDefaults(Model):
    """What happens by default for a client."""

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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.keep_full_legal_name = take("keep_full_legal_name", None)
        made.issue_automatic_invoices = take("issue_automatic_invoices", None)
        made.issue_invoiceable_receipts = take("issue_invoiceable_receipts", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.keep_full_legal_name) is not None:
            made["keep_full_legal_name"] = value if (type(value) is bool) else not_plain()
        if (value := self.issue_automatic_invoices) is not None:
            made["issue_automatic_invoices"] = value if (type(value) is bool) else not_plain()
        if (value := self.issue_invoiceable_receipts) is not None:
            made["issue_invoiceable_receipts"] = value if (type(value) is bool) else not_plain()
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "keep_full_legal_name": BOOLEAN,
            "issue_automatic_invoices": BOOLEAN,
            "issue_invoiceable_receipts": BOOLEAN,
        }
