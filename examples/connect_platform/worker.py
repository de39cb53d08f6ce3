"""The worker: takes jobs and stamps each document once, whatever happens in between."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from gigstack_api import (
    APIError,
    AuthenticationError,
    DeliveryError,
    Gigstack,
    GigstackError,
    InvalidArgumentError,
    OutcomeUnknownError,
    RateLimitError,
    ServerError,
    StampingError,
    UnreadableReplyError,
)
from gigstack_api.models import Invoice

from .jobs import Job
from .ledger import Ledger
from .queue import Queue

log = logging.getLogger(__name__)

KEY = "document_key"
"""The metadata in which an invoice holds the key of its document."""

SETTLE_S = 120.0
"""How long after it was sent a document may still appear (seconds): a stamp may take 90, and the
search may lag behind."""


class Worker:
    """Handles jobs one by one. Run as many as you like, on as many machines as you like."""

    def __init__(
        self,
        gig: Gigstack,
        queue: Queue,
        ledger: Ledger,
        *,
        name: str,
        settle_s: float = SETTLE_S,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._gig = gig
        self._queue = queue
        self._ledger = ledger
        self._name = name
        self._settle_s = settle_s
        self._now = now

    async def run(self, is_stopped: Callable[[], bool]) -> None:
        """Handles jobs until it is stopped.

        Raises:
            AuthenticationError: the key is not valid any more. Its job stays in the queue.
        """
        while not is_stopped():
            await self.step()

    async def step(self) -> None:
        """Handles the next job, if there is one. A job that did not end stays in the queue."""
        taken = await self._queue.take(self._name)
        if taken is None:
            return
        place, job = taken
        try:
            has_ended = await self.handle(job)
        except AuthenticationError:
            raise
        except GigstackError as error:  # while it was looked up
            log.warning("%s is left for later: %s", job.id, type(error).__name__)
            has_ended = False
        if has_ended:
            await self._queue.finish(place)

    async def handle(self, job: Job) -> bool:
        """Whether the document of a job has ended: it is stamped, or was refused."""
        async with self._ledger.lock(job) as is_ours:
            if not is_ours:
                return False
            entry = await self._ledger.read(job)
            if entry.has_ended:
                return True
            gig = self._gig.for_team(job.team)
            if entry.sent_at is not None:
                # A worker died, or could not find out.
                found = await self._find(gig, job)
                if found is not None:
                    return await self._end(job, found)
                if self._now() < entry.sent_at + self._settle_s:
                    return False
            return await self._stamp(gig, job)

    async def _stamp(self, gig: Gigstack, job: Job) -> bool:
        await self._ledger.write_sent(job)
        metadata = {**job.fields.get("metadata", {}), KEY: job.key}
        fields: dict[str, Any] = {**job.fields, "metadata": metadata}
        try:
            invoice = await gig.income_invoices.create(**fields)
        except OutcomeUnknownError as error:
            return await self._reconcile(gig, job, error)
        except (DeliveryError, RateLimitError):
            await self._ledger.write_not_sent(job)
            return False
        except AuthenticationError:
            await self._ledger.write_not_sent(job)
            raise
        except StampingError as error:
            return await self._refuse(job, error.code)
        except (ServerError, UnreadableReplyError):
            return False  # it may have been stamped: it is looked up next time
        except APIError as error:
            return await self._refuse(job, error.code)
        except InvalidArgumentError:
            return await self._refuse(job, "invalid_argument")
        return await self._end(job, invoice)

    async def _reconcile(self, gig: Gigstack, job: Job, error: OutcomeUnknownError) -> bool:
        found = await gig.reconcile(error, settle_s=self._settle_s)
        if found.done:
            return await self._end(job, found.value)
        if found.done is False:
            await self._ledger.write_not_sent(job)
        return False

    async def _find(self, gig: Gigstack, job: Job) -> Invoice | None:
        """The invoice with the key of a document, cancelled or not; None if there is none."""
        async for invoice in gig.income_invoices.list(metadata={KEY: job.key}):
            return invoice
        return None

    async def _refuse(self, job: Job, code: str) -> bool:
        log.warning("%s was refused: %s", job.id, code)
        await self._ledger.write_refused(job, code)
        return True

    async def _end(self, job: Job, invoice: Any) -> bool:
        await self._ledger.write_done(job, invoice.uuid)
        return True
