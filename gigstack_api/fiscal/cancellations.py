"""What the SAT has against a cancellation: the motive, and the CFDI that takes the place of the
cancelled one. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..catalogs import CancellationMotive
from ..errors import Finding
from .findings import broken
from .invoices import UUID
from .values import capitals, code, fields, fits

if TYPE_CHECKING:
    from ..models import Invoice


def check_cancellation(
    motive: str | None,
    *,
    substitution_uuid: str | None = None,
    invoice: Invoice | Mapping[str, Any] | None = None,
) -> tuple[Finding, ...]:
    """What the SAT has against a cancellation for that motive; with `invoice`, the one to cancel,
    also whether it fits that.

    That another motive than 01 names a substitute is a warning only: a sample of the docs does so.
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
    return tuple(broken(holds))
