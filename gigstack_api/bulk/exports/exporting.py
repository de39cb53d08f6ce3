"""Exports a list to a file, page by page, in flat memory."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import aclosing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anyio.to_thread import run_sync
from msgspec.structs import replace

from ..._core.schema.annotations import resolvable
from ..._core.schema.data import Data
from ..pace import Pace
from ..results import OnProgress, Progress
from ..rows.writing import RowWriter, kinds_of, open_writer
from .place import Place, load_place, place_file, save_place
from .resources import ExportedResource, Filters, model_of, pagers
from .ticks import Ticks

if TYPE_CHECKING:
    from ..._core.operations.page import Page
    from ...client import Gigstack


class ExportSummary(Data, frozen=True):
    """The result of an export.

    Args:
        resource: What was exported.
        target: The file.
        rows: Rows in it, or in its part.
        resumed_at: Rows that an earlier run had written.
        is_complete: False if it was stopped; then it can be resumed.
    """

    resource: ExportedResource
    target: Path
    rows: int
    resumed_at: int
    is_complete: bool


@resolvable
class Export:
    """One export, which can be stopped after any page.

    Args:
        gig: The client.
        resource: `clients`, `services`, `invoices`, `payments`, `receipts`, `retentions` or
            `sat-invoices`.
        target: The file. Its ending says the format.
        filters: Which items are exported.
        resume: Whether an earlier run is continued, if there is one.
        progress: Called with the progress after each page, and while calls wait for a rate limit.

    Raises:
        InvalidArgumentError: the list does not take these filters.
    """

    def __init__(
        self,
        gig: Gigstack,
        resource: ExportedResource,
        target: Path,
        *,
        filters: Filters,
        resume: bool = False,
        progress: OnProgress | None = None,
    ) -> None:
        filters.check(resource)
        self._gig = gig
        self._resource: ExportedResource = resource
        self._target = target
        self._filters = filters
        self._ticks = Ticks(progress, lambda: gig.waiting_s)
        self._settings: dict[str, Any] = {
            "resource": resource,
            **filters.described(),
            "key_team": gig.key_team,
            "livemode": gig.livemode,
        }
        self._resume = resume
        self._stopped = False

    @property
    def can_be_resumed(self) -> bool:
        """Whether rows of an export that has not ended are kept."""
        return place_file(self._target).exists()

    def stop(self) -> None:
        """Ends the export after the page that is under way."""
        self._stopped = True

    async def run(self) -> ExportSummary:
        """Exports, and returns the summary.

        Raises:
            InvalidArgumentError: the earlier run was another export.
            BadFileError: the file has another ending, or an Excel sheet cannot hold so many rows.
            ConfigurationError: the package that writes the format is not installed.
            FileNotSavedError: the disk is full, or another limit is reached.
            APIError: the API refused a page. What was written can be resumed.
            DeliveryError: a page got no answer. What was written can be resumed.
        """
        place = await run_sync(self._first_place)
        resumed_at = place.rows
        part_exists = self._target.with_name(f"{self._target.name}.part").exists()
        if place.is_complete and not part_exists:
            # It was ended between its last two steps.
            await run_sync(self._forget)
            return self._summary(place, resumed_at)
        is_new = place == Place(self._settings)
        writer = await run_sync(
            lambda: open_writer(
                self._target,
                kinds=kinds_of(model_of(self._resource)),
                resume_at=None if is_new else place.size,
            )
        )
        try:
            with writer:
                if not place.is_complete:
                    async with self._ticks:
                        place = await self._write_pages(writer, place)
                if place.is_complete:
                    await run_sync(writer.finish)
                    await run_sync(self._forget)
        except BaseException:
            if not self.can_be_resumed:
                writer.part.unlink(missing_ok=True)
            raise
        return self._summary(place, resumed_at)

    async def _write_pages(self, writer: RowWriter, place: Place) -> Place:
        """Writes the pages of all lists, and returns the place after the last one."""
        pace = Pace()
        lists = pagers(
            self._gig, self._resource, self._filters, first=place.number, resume=place.checkpoint
        )
        total: int | None = 0
        for number, pager in lists:
            is_first = True
            async with aclosing(pager.pages()) as pages:
                async for page in pages:
                    total = _added(total, page) if is_first else total
                    is_first = False
                    place = replace(
                        place,
                        number=number,
                        checkpoint=pager.checkpoint,
                        rows=place.rows + len(page),
                    )
                    # If this is interrupted, the part is longer than its place says, and the next
                    # run cuts it.
                    place = await run_sync(self._write, writer, page, place)
                    pace.add(len(page))
                    self._report(place, pace, total)
                    if self._stopped:
                        return place
        place = replace(place, is_complete=True)
        await run_sync(save_place, self._target, place)
        return place

    def _write(self, writer: RowWriter, page: Page[Any], place: Place) -> Place:
        writer.write(item.to_dict() for item in page)
        place = replace(place, size=writer.checkpoint())
        save_place(self._target, place)
        return place

    def _report(self, place: Place, pace: Pace, total: int | None) -> None:
        known = None if not total else max(total, place.rows)
        self._ticks.show(Progress(place.rows, known, 0, 1, pace.rows_per_s(), 0.0))

    def _first_place(self) -> Place:
        found = load_place(self._target, self._settings) if self._resume else None
        if found is not None:
            return found
        self._forget()
        return Place(self._settings)

    def _forget(self) -> None:
        place_file(self._target).unlink(missing_ok=True)

    def _summary(self, place: Place, resumed_at: int) -> ExportSummary:
        return ExportSummary(
            self._resource, self._target, place.rows, resumed_at, place.is_complete
        )


def _added(total: int | None, page: Page[Any]) -> int | None:
    """The total of all lists so far; None once one of them does not say its own."""
    if total is None or page.total_results is None:
        return None
    return total + page.total_results


@resolvable
async def export(
    gig: Gigstack,
    resource: ExportedResource,
    target: str | Path,
    *,
    created_gte: datetime | None = None,
    created_lte: datetime | None = None,
    metadata: Mapping[str, str] | None = None,
    team: str | None = None,
    resume: bool = False,
    progress: OnProgress | None = None,
) -> ExportSummary:
    """Exports a list to a file, and returns the summary.

    The file appears when the export is complete. Until then its rows are in a part beside it, and
    the place in the list in a file `.place`. Memory stays the same over any number of rows.

    Args:
        gig: The client.
        resource: `clients`, `services`, `invoices`, `payments`, `receipts`, `retentions` or
            `sat-invoices`.
        target: The file. Its ending says the format: `.csv`, `.jsonl`, `.xlsx` or `.parquet`.
        created_gte: Created at or after this time. For `sat-invoices`, issued.
        created_lte: Created at or before this time.
        metadata: Values that their metadata has.
        team: Id of the team whose items are exported.
        resume: Whether an earlier run of the same export is continued, if there is one.
        progress: Called with the progress after each page, and while calls wait for a rate limit.

    Raises:
        InvalidArgumentError: the list does not take these filters, or the earlier run was another
            export.
        BadFileError: the file has another ending, or an Excel sheet cannot hold so many rows.
        ConfigurationError: the package that writes the format is not installed.
        FileNotSavedError: the disk is full, or another limit is reached.
        APIError: the API refused a page. What was written can be resumed.
        DeliveryError: a page got no answer. What was written can be resumed.
    """
    filters = Filters(created_gte, created_lte, metadata, team)
    return await Export(
        gig, resource, Path(target), filters=filters, resume=resume, progress=progress
    ).run()
