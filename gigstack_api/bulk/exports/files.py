"""The PDF and XML of all invoices, in folders by month."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync

from ..._core.files.download import Download
from ..._core.files.names import plain_file_name
from ..._core.schema.annotations import resolvable
from ..._core.workers import RowResults
from ...errors import (
    APIError,
    DeliveryError,
    InvalidArgumentError,
    UnreadableReplyError,
    WrongFileError,
)
from ..columns.unfit import shown
from ..errors import code_of
from ..pace import Pace
from ..results import OnProgress, Progress, RowResult
from .listed import Listed, listed, listed_in
from .resources import Filters, pagers
from .ticks import TickingResults, Ticks

if TYPE_CHECKING:
    from ...client import Gigstack

UUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")

MEDIA_TYPES = {".pdf": "application/pdf", ".xml": "application/xml"}


class Files:
    """Saves the files of invoices. `stop` ends it after those that are being saved."""

    def __init__(
        self,
        gig: Gigstack,
        folder: Path,
        *,
        filters: Filters,
        exported: Path | None = None,
        concurrency: int = 8,
        progress: OnProgress | None = None,
    ) -> None:
        filters.check("invoices")
        has_filters = filters.created_gte or filters.created_lte or filters.metadata
        if exported is not None and has_filters:
            raise InvalidArgumentError("an exported file is not filtered: leave the filters out")
        self._gig = gig if filters.team is None else gig.for_team(filters.team)
        self._folder = folder
        self._filters = filters
        self._exported = exported
        self._concurrency = concurrency
        self._ticks = Ticks(progress, lambda: gig.waiting_s)
        self._stopped = False
        self._pace = Pace()
        self._failed = 0
        self._in_flight = 0

    def stop(self) -> None:
        """Ends it after the files that are being saved."""
        self._stopped = True

    def __aiter__(self) -> AsyncIterator[RowResult]:
        """The result of each invoice: `created`, `skipped` or `failed`."""
        results = RowResults(
            self._invoices(),
            self._save,
            key_of=lambda invoice: invoice.uuid,
            most=self._concurrency,
        )
        return TickingResults(results, self._ticks)

    async def _invoices(self) -> AsyncIterator[Listed]:
        found = self._of_the_api() if self._exported is None else listed_in(self._exported)
        async with aclosing(found):
            async for invoice in found:
                if self._stopped:
                    return
                yield invoice

    async def _of_the_api(self) -> AsyncGenerator[Listed, None]:
        for _, pager in pagers(self._gig, "invoices", self._filters, first=0, resume=None):
            async for invoice in pager:
                if (found := listed(invoice)) is not None:
                    yield found

    async def _save(self, index: int, invoice: Listed) -> RowResult:
        self._in_flight += 1
        try:
            result = await self._outcome(index + 1, invoice)
        finally:
            self._in_flight -= 1
        self._failed += result.outcome == "failed"
        self._pace.add()
        pace = self._pace
        self._ticks.show(
            Progress(pace.done, None, self._failed, self._in_flight, pace.rows_per_s(), 0.0)
        )
        return result

    async def _outcome(self, row: int, invoice: Listed) -> RowResult:
        uuid = invoice.uuid
        if not UUID.fullmatch(uuid):
            problem = f"{shown(uuid)} is not a UUID"
            return RowResult(row, uuid, "failed", invoice.id, problem, "bad_row")
        folder = self._folder / invoice.month
        if await run_sync(has_proven_files, folder, uuid):
            return RowResult(row, uuid, "skipped", invoice.id)
        try:
            bundle = await self._gig.invoices.bundle(uuid)
            await run_sync(lambda: folder.mkdir(parents=True, exist_ok=True))
            await run_sync(bundle.save, folder)
        except (APIError, DeliveryError, UnreadableReplyError, WrongFileError) as error:
            return RowResult(row, uuid, "failed", invoice.id, str(error), code_of(error))
        return RowResult(row, uuid, "created", invoice.id)


def has_proven_files(folder: Path, uuid: str) -> bool:
    """Whether a folder holds the whole PDF, and the XML of the CFDI with this UUID. Blocks."""
    for suffix, media_type in MEDIA_TYPES.items():
        path = folder / plain_file_name(f"{uuid}{suffix}")
        try:
            content = path.read_bytes()
        except OSError:
            return False
        wanted = uuid if suffix == ".xml" else None
        try:
            Download(content, path.name, media_type, uuid=wanted).verify()
        except WrongFileError:
            return False
    return True


@resolvable
def export_files(
    gig: Gigstack,
    folder: str | Path,
    *,
    exported: str | Path | None = None,
    created_gte: datetime | None = None,
    created_lte: datetime | None = None,
    metadata: Mapping[str, str] | None = None,
    team: str | None = None,
    concurrency: int = 8,
    progress: OnProgress | None = None,
) -> AsyncIterator[RowResult]:
    """Saves the PDF and XML of all invoices into folders by month, and yields a result for each.

    A pair of files that is there and whole is not fetched again: its outcome is `skipped`. So a run
    that was ended is continued by starting it again. Both files of a pair are written, or neither.

    Args:
        gig: The client.
        folder: The folder, which gets one for each month (`2026-05`, in the time of Mexico City).
        exported: A file that `export` made of invoices; its invoices are taken instead of a list
            of the API.
        created_gte: Only invoices created at or after this time.
        created_lte: Only invoices created at or before this time.
        metadata: Only invoices whose metadata has these values.
        team: Id of the team whose invoices they are.
        concurrency: How many invoices are fetched at once.
        progress: Called with the progress after each invoice, and while calls wait for a rate
            limit.

    Raises:
        InvalidArgumentError: a time has no zone, or filters are passed for an exported file.
        BadFileError: the exported file cannot be read, or has no column `uuid`.
        FileNotSavedError: the disk is full, or another limit is reached.
        APIError: the API refused a page of the list.
        DeliveryError: a page of the list got no answer.
    """
    return aiter(
        Files(
            gig,
            Path(folder),
            filters=Filters(created_gte, created_lte, metadata, team),
            exported=None if exported is None else Path(exported),
            concurrency=concurrency,
            progress=progress,
        )
    )
