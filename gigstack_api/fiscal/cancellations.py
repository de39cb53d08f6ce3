"""Checks of a cancellation: its motive, and the CFDI that replaces the cancelled one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .._core.schema.annotations import resolvable
from ..catalogs import CancellationMotive
from .findings import Finding, violations
from .relations import UUID
from .values import capitals, code, fields, fits

if TYPE_CHECKING:
    from ..models import Invoice


@resolvable
def check_cancellation(
    motive: str | None,
    *,
    substitution_uuid: str | None = None,
    invoice: Invoice | Mapping[str, Any] | None = None,
) -> tuple[Finding, ...]:
    """The findings of a cancellation for that motive.

    A substitute with a motive other than 01 is only a warning, since a sample of the docs has one;
    so is motive 04 for an invoice that is not global, since nothing says that the SAT checks it.

    Args:
        motive: Why the invoice is cancelled, by its code.
        substitution_uuid: UUID of the CFDI that replaces it.
        invoice: The invoice to cancel; if given, the motive is checked against it too.
    """
    reason, cancelled = code(CancellationMotive, motive), fields(invoice)
    is_replaced = reason is CancellationMotive.ERRORS_WITH_RELATION
    uuid = capitals(cancelled.get("uuid"))
    holds = {
        ("motive", "motive_unknown"): reason is not None,
        ("motive", "motive_of_global"): reason is not CancellationMotive.IN_GLOBAL_INVOICE
        or not cancelled
        or "global" in cancelled,
        ("substitution_uuid", "substitution_missing"): not is_replaced or bool(substitution_uuid),
        ("substitution_uuid", "substitution_unwanted"): is_replaced or not substitution_uuid,
        ("substitution_uuid", "substitution_of_itself"): not uuid
        or capitals(substitution_uuid) != uuid,
        ("substitution_uuid", "uuid_form"): not substitution_uuid or fits(UUID, substitution_uuid),
    }
    return tuple(violations(holds))
