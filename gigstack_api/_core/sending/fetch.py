"""Fetching a file whole from where the API says it is: without the key, repeated as every read."""

from __future__ import annotations

from ...errors import DeliveryError, DeliveryTimeoutError, UnreadableReplyError
from ..files.content import is_called_rightly
from ..files.download import Download, Link, is_web_page, media_type_of
from ..http.messages import Lost, Reply, Request
from ..http.transport import Transport
from ..http.urls import check_file_host
from ..operations.operation import Replay
from ..responses.errors import error_of
from ..retries.policy import Outcome, RetryPolicy, wait_before_repeat
from .attempts import Clock
from .request import USER_AGENT

PART = 206


async def fetch(
    link: Link, transport: Transport, *, timeout_s: float, retries: RetryPolicy, clock: Clock
) -> Download:
    """The file behind an address.

    Raises:
        InvalidArgumentError: the address is not https.
        APIError: the host answered, and said no.
        DeliveryError: no answer arrived.
        UnreadableReplyError: a web page came, a part of a file, or one that does not begin as its
            media type wants.
    """
    host = check_file_host(link.url)
    ended = await _ended(link, transport, timeout_s=timeout_s, retries=retries, clock=clock)
    if isinstance(ended, Lost):
        kind = DeliveryTimeoutError if ended.timed_out else DeliveryError
        raise kind(ended.reason, operation="download", method="GET", path=f"//{host}") from ended
    error = error_of(ended, method="GET", path=f"//{host}")
    if error is not None:
        raise error
    if (
        ended.status == PART
        or is_web_page(ended.body)
        or not is_called_rightly(ended.body, link.media_type)
    ):
        problem = "another file came than was promised"
        raise UnreadableReplyError(
            problem, status=ended.status, method="GET", path=f"//{host}", body=ended.body
        )
    return Download(
        ended.body, link.file_name, media_type_of(ended.media_type, link.media_type), uuid=link.uuid
    )


async def _ended(
    link: Link, transport: Transport, *, timeout_s: float, retries: RetryPolicy, clock: Clock
) -> Reply | Lost:
    """The last answer of the host, or how it was lost."""
    request = Request("GET", link.url, {"User-Agent": USER_AGENT}, None)
    deadline = clock.now() + timeout_s
    attempt = 0
    while True:
        attempt += 1
        ended: Reply | Lost
        try:
            ended = await transport.send(request, timeout_s=deadline - clock.now(), of_api=False)
            outcome = Outcome(status=ended.status, retry_after_s=ended.retry_after_s())
        except Lost as lost:
            ended, outcome = lost, Outcome(sent=lost.sent)
        wait = wait_before_repeat(
            retries,
            Replay.SAFE,
            outcome,
            attempt=attempt,
            remaining_s=deadline - clock.now(),
            chance=clock.chance(),
        )
        if wait is None:
            return ended
        await clock.sleep(wait)
