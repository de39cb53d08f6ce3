"""A file fetched whole from the address that the API gave: without the key, retried like a read."""

from __future__ import annotations

from ...errors import GigstackError, InvalidArgumentError
from ..files.content import matches_media_type
from ..files.download import (
    Download,
    Link,
    choose_media_type,
    is_web_page,
    parse_file_text,
)
from ..files.endings import find_missing_end
from ..http.header_fields import prove_end
from ..http.messages import Lost, Reply, Request
from ..http.transport import Transport
from ..http.urls import check_file_host
from ..operations.route import Replay
from ..responses.errors import TOO_LARGE, to_error, unreadable
from ..retries.history import Attempt, AttemptHistory
from ..retries.policy import RetryPolicy
from ..schema.masking import Mask
from .attempts import Attempts, Clock, delivery_error, record_attempt
from .observing import CallFacts, CallObserver, Watching, facts_of_file
from .request import USER_AGENT, Options
from .secrets import hide_secrets

PART = 206

DOWNLOAD_S = 90.0
"""Deadline of a file that is fetched by itself, in seconds."""


async def download(
    text: str,
    transport: Transport,
    *,
    file_name: str,
    media_type: str,
    options: Options,
    clock: Clock,
    local: bool,
) -> Download:
    """The file that a text of an answer holds, or whose address it is.

    Raises:
        InvalidArgumentError: it is neither.
        APIError, DeliveryError, UnreadableReplyError: as `fetch` raises them.
    """
    file = parse_file_text(text, file_name, media_type)
    if file is None:
        raise InvalidArgumentError("download takes an https address, a data URL or base64")
    if not isinstance(file, Link):
        return file
    return await fetch(
        file,
        transport,
        timeout_s=DOWNLOAD_S if options.timeout_s is None else options.timeout_s,
        retries=options.retries,
        clock=clock,
        local=local,
    )


async def fetch(
    link: Link,
    transport: Transport,
    *,
    timeout_s: float,
    retries: RetryPolicy,
    clock: Clock,
    local: bool,
) -> Download:
    """The file at an address, for a client whose API is `local` to this machine or not.

    Raises:
        InvalidArgumentError: the address is not https.
        APIError: the host answered with an error.
        DeliveryError: no answer arrived.
        UnreadableReplyError: the host sent a web page, a part of a file, or content that does not
            start as its media type requires.
    """
    host = check_file_host(link.url, local=local)
    facts = facts_of_file("download", link.url, host)
    try:
        with Watching(facts) as observer:
            return await _fetch(
                link,
                facts,
                observer,
                transport,
                timeout_s=timeout_s,
                retries=retries,
                clock=clock,
            )
    except GigstackError as error:  # the address works for anyone who has it
        hide_secrets(error, Mask([link.url, link.url.partition("?")[2]]))
        raise


async def _fetch(
    link: Link,
    facts: CallFacts,
    observer: CallObserver | None,
    transport: Transport,
    *,
    timeout_s: float,
    retries: RetryPolicy,
    clock: Clock,
) -> Download:
    where = {"method": "GET", "path": f"//{facts.host}"}
    request = Request("GET", link.url, {"User-Agent": USER_AGENT}, None, is_bare=True)
    deadline = clock.now() + timeout_s

    def remaining_s() -> float:
        return deadline - clock.now()

    async def attempt(number: int, _: AttemptHistory) -> Attempt:
        started = clock.now()
        ended: Reply | Lost
        try:
            ended = await transport.send(request, timeout_s=remaining_s(), of_api=False)
        except Lost as lost:
            ended = lost
        attempt = Attempt.of(ended)
        record_attempt(facts, number, attempt, observer, took_s=clock.now() - started)
        return attempt

    last, _ = await Attempts(
        retries,
        Replay.SAFE,
        facts=facts,
        clock=clock,
        remaining_s=remaining_s,
        observer=observer,
    ).run(attempt)
    reply = last.ended
    if isinstance(reply, Lost):
        raise delivery_error(reply, reply.reason, operation="download", **where) from reply

    error = to_error(reply, **where)
    if error is not None:
        raise error
    if reply.is_cut:
        raise unreadable(TOO_LARGE, reply, **where)
    is_expected = matches_media_type(reply.body, link.media_type)
    if reply.status == PART or is_web_page(reply.body) or not is_expected:
        raise unreadable("the host did not send the promised file", reply, **where)
    media_type = choose_media_type(reply.media_type, link.media_type)
    if not prove_end(reply.headers) and (problem := find_missing_end(reply.body, media_type)):
        raise unreadable(f"the file {problem}", reply, **where)
    return Download(reply.body, link.file_name, media_type, uuid=link.uuid)
