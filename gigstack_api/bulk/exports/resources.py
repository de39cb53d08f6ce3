"""The lists that are exported, and the filters that each of them takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Literal, get_args

from ... import models
from ..._core.schema.data import Data
from ..._core.schema.models import Model
from ...errors import InvalidArgumentError

if TYPE_CHECKING:
    from ..._core.pagination.pager import Pager
    from ...client import Gigstack

ExportedResource = Literal[
    "clients", "services", "invoices", "payments", "receipts", "retentions", "sat-invoices"
]

EXPORTED: tuple[ExportedResource, ...] = get_args(ExportedResource)

LISTS: Mapping[ExportedResource, tuple[str, ...]] = {
    "clients": ("clients",),
    "services": ("services",),
    "invoices": ("income_invoices", "egress_invoices", "payment_complements"),
    "payments": ("payments",),
    "receipts": ("receipts",),
    "retentions": ("retentions",),
    "sat-invoices": ("sat_invoices",),
}
"""The resources of the client whose lists make up an export, in their order."""

MODELS: Mapping[ExportedResource, str] = {
    "clients": "Client",
    "services": "Service",
    "invoices": "Invoice",
    "payments": "Payment",
    "receipts": "Receipt",
    "retentions": "Retention",
    "sat-invoices": "SatInvoice",
}

WITHOUT_METADATA: frozenset[ExportedResource] = frozenset(
    {"services", "retentions", "sat-invoices"}
)
"""Lists that the API does not filter by metadata."""

PAGE_SIZE = 100
"""Items of a page: the most that the API gives."""

MEXICO_CITY = timezone(timedelta(hours=-6))
"""The zone of the times that the SAT shows."""


class Filters(Data, frozen=True):
    """Which items are exported.

    Args:
        created_gte: Created at or after this time.
        created_lte: Created at or before this time.
        metadata: Values that their metadata has.
        team: Id of the team whose items they are.
    """

    created_gte: datetime | None = None
    created_lte: datetime | None = None
    metadata: Mapping[str, str] | None = None
    team: str | None = None

    def check(self, resource: ExportedResource) -> None:
        """Checks that a list can be filtered so.

        Raises:
            InvalidArgumentError: there is no such list, or it cannot.
        """
        if resource not in LISTS:
            raise InvalidArgumentError(f"exported are {', '.join(EXPORTED)}, not {resource!r}")
        if self.metadata and resource in WITHOUT_METADATA:
            raise InvalidArgumentError(
                f"{resource} cannot be filtered by metadata: leave metadata out"
            )
        for name in ("created_gte", "created_lte"):
            time = getattr(self, name)
            if time is not None and time.tzinfo is None:
                raise InvalidArgumentError(f"{name} needs a time zone: datetime(..., tzinfo=...)")

    def described(self) -> dict[str, object]:
        """The filters as JSON, by which two runs are compared."""
        return {
            "created_gte": _utc(self.created_gte),
            "created_lte": _utc(self.created_lte),
            "metadata": dict(sorted((self.metadata or {}).items())),
            "team": self.team,
        }


def model_of(resource: ExportedResource) -> type[Model]:
    """The model of the items of an export."""
    found: type[Model] = getattr(models, MODELS[resource])
    return found


def pagers(
    gig: Gigstack, resource: ExportedResource, filters: Filters, *, first: int, resume: str | None
) -> Iterator[tuple[int, Pager[Any]]]:
    """The lists of an export with their numbers, from a number on.

    Args:
        gig: The client.
        resource: Name of the export.
        filters: Which items are listed.
        first: Number of the first list.
        resume: Checkpoint of the first list.
    """
    arguments = _arguments(resource, filters)
    for number, name in enumerate(LISTS[resource]):
        if number >= first:
            checkpoint = resume if number == first else None
            yield number, getattr(gig, name).list(**arguments, resume=checkpoint)


def _arguments(resource: ExportedResource, filters: Filters) -> dict[str, Any]:
    if resource == "sat-invoices":
        # The API compares these as texts with the time of issue, which is local.
        times: dict[str, Any] = {
            "from_": _local(filters.created_gte),
            "to": _local(filters.created_lte),
        }
    else:
        times = {"created_gte": filters.created_gte, "created_lte": filters.created_lte}
        if resource not in WITHOUT_METADATA:
            times["metadata"] = dict(filters.metadata) if filters.metadata else None
    given = {name: value for name, value in times.items() if value is not None}
    return {**given, "limit": PAGE_SIZE, "team": filters.team}


def _utc(time: datetime | None) -> str | None:
    return None if time is None else time.astimezone(UTC).isoformat()


def _local(time: datetime | None) -> str | None:
    if time is None:
        return None
    return time.astimezone(MEXICO_CITY).replace(tzinfo=None).isoformat(timespec="seconds")
