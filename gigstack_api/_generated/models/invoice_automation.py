# Written by `make generate` from openapi.yaml; never edited.
"""InvoiceAutomation: An automation that took part in an invoice. Unverified: only the names of the fields are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .invoice_automation_type import InvoiceAutomationType


@define(kw_only=True, repr=False)
class InvoiceAutomation(Model):
    """An automation that took part in an invoice. Unverified: only the names of the fields are known."""

    type: InvoiceAutomationType | str | None = None
    """Kind of automation. Unverified: taken to be the vocabulary of the creation."""
    from_: str | None = None
    """What started it."""
    ref: str | None = None
    """Id of the thing it refers to."""
    action: str | None = None
    """What it did."""

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
