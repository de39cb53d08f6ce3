"""Performs one operation: builds the request, repeats it as the policy says, gives the response or the error it stands for."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from urllib.parse import quote, urlencode
from uuid import uuid4

import anyio.to_thread
from attrs import evolve, field, frozen

from .._version import __version__
from ..errors import (
    APIError,
    DeliveryError,
    DeliveryTimeoutError,
    InvalidArgumentError,
    OutcomeUnknownError,
    UnreadableReplyError,
)
from .auth import ApiKey
from .clock import Clock
from .decode import WrongShape
from .drift import Drift, OnDrift, drifts
from .files import Download, Link, Upload, read_upload
from .gate import Gate
from .operation import Operation, Replay
from .reply import Reply, Response, error_of
from .retry import Outcome, RetryPolicy, Verdict, wait_before_repeat
from .transport import MOST_URL_CHARS, Lost, Request, Transport, encode_multipart, file_host

T = TypeVar("T")
log = logging.getLogger("gigstack_api")
USER_AGENT = f"gigstack-api-python/{__version__}"


@frozen(kw_only=True)
class Options:
    """What a view of the client may change: team, deadline (seconds) and retries."""

    team: str | None = None
    timeout_s: float | None = None
    retries: RetryPolicy = field(factory=RetryPolicy)


@frozen(kw_only=True)
class _Attempt:
    """One finished attempt: its reply, or how it was lost."""

    outcome: Outcome
    reply: Reply | None = None
    lost: Lost | None = None


@frozen(kw_only=True)
class _Past:
    """What the attempts so far may have done: `maybe_done` if one may have been carried out, `lost` if its reply was lost too."""

    maybe_done: bool = False
    lost: bool = False

    def and_then(self, outcome: Outcome) -> _Past:
        """The past after another attempt."""
        maybe_done = outcome.verdict is Verdict.MAYBE_DONE
        return _Past(maybe_done=self.maybe_done or maybe_done, lost=self.lost or (maybe_done and outcome.status is None))


class Sender:
    """Sends operations for one key and one base URL. All views of a client share one."""

    def __init__(
        self, *, key: ApiKey, base_url: str, transport: Transport, clock: Clock, on_drift: OnDrift | None, strict: bool
    ) -> None:
        self._key = key
        self._base_url = base_url
        self._transport = transport
        self._clock = clock
        self._gate = Gate()
        self._on_drift = on_drift
        self._strict = strict

    async def perform(self, operation: Operation[T], options: Options) -> Response[T]:
        """The response to an operation. The body and the idempotency key are the same in every attempt.

        Raises:
            APIError: the API answered, and said no.
            DeliveryError: no usable answer arrived.
            UnreadableReplyError: an answer came that is not what was promised.
        """
        operation = with_team(with_key(trust_key(operation, options.retries)), options.team)
        try:
            request = await self._request(operation)
        except UnicodeEncodeError as cause:
            raise InvalidArgumentError(f"{operation.route.name}: a text holds what UTF-8 cannot (a lone surrogate)") from cause
        deadline = self._clock.now() + (operation.route.deadline_s if options.timeout_s is None else options.timeout_s)
        reply, past = await self._exchange(operation, request, deadline, options.retries)
        if past.maybe_done and operation.route.method == "DELETE" and reply.status == 404:
            return Response(reply.status, reply.headers, reply.body, operation.decode.done(), repeated=True)
        error = error_of(reply, method=operation.route.method, path=operation.shown_path)
        if error is not None:
            if past.lost and operation.route.method != "GET" and Outcome(status=reply.status).verdict is not Verdict.ANSWERED:
                raise self._lost(operation, error.message, sent=True, timed_out=False) from error
            raise error
        value = self._read(operation, reply)
        if isinstance(value, Link):
            value = cast(T, await self._fetch_linked(operation, reply, value, deadline))
        return Response(reply.status, reply.headers, reply.body, value, repeated=past.maybe_done)

    async def _fetch_linked(self, operation: Operation[Any], reply: Reply, link: Link, deadline: float) -> Download:
        """The file that an answer names by its address."""
        try:
            return await self.fetch(link, timeout_s=deadline - self._clock.now())
        except (APIError, DeliveryError) as error:
            raise UnreadableReplyError(
                f"the call was carried out, but the file its answer names could not be fetched: {error}",
                status=reply.status,
                method=operation.route.method,
                path=operation.shown_path,
                body=reply.body,
            ) from error

    async def fetch(self, link: Link, *, timeout_s: float) -> Download:
        """The file behind an address, fetched without the key.

        Raises:
            InvalidArgumentError: the address is not https.
            APIError: the host answered, and said no.
            DeliveryError: no answer arrived.
        """
        host = file_host(link.url)
        if host is None:
            raise InvalidArgumentError("a file is fetched over https only")
        try:
            reply = await self._transport.send(Request("GET", link.url, {"User-Agent": USER_AGENT}, None), timeout_s=timeout_s)
        except Lost as lost:
            kind = DeliveryTimeoutError if lost.timed_out else DeliveryError
            raise kind(lost.reason, operation="download", method="GET", path=f"//{host}") from lost
        error = error_of(reply, method="GET", path=f"//{host}")
        if error is not None:
            raise error
        return Download(reply.body, link.file_name, reply.media_type or link.media_type)

    async def _request(self, operation: Operation[Any]) -> Request:
        headers = {"Accept": "application/json", "User-Agent": USER_AGENT, **operation.headers}
        content: bytes | None = None
        if operation.route.multipart:
            uploads = [(name, await _upload(name, source)) for name, source in operation.files.items()]
            headers["Content-Type"], content = encode_multipart(_form(operation.body or {}), uploads)
        elif operation.body is not None:
            headers["Content-Type"] = "application/json"
            content = json.dumps(operation.body, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
        query = "?" + urlencode(operation.query, quote_via=quote, safe="") if operation.query else ""
        url = f"{self._base_url}{operation.path}{query}"
        if len(url) > MOST_URL_CHARS:
            raise InvalidArgumentError(f"{operation.route.name}: the parameters are too long for a URL")
        if operation.route.authenticated:  # last, so that no frame of an error above holds the key
            headers["Authorization"] = self._key.header()
        return Request(operation.route.method, url, headers, content)

    async def _exchange(
        self, operation: Operation[Any], request: Request, deadline: float, policy: RetryPolicy
    ) -> tuple[Reply, _Past]:
        """The last reply, and what the attempts before it may have done."""
        past = _Past()
        number = 0
        while True:
            number += 1
            await self._pass_gate(operation, deadline, past)
            attempt = await self._attempt(operation, request, deadline, number)
            now = self._clock.now()
            wait = wait_before_repeat(
                policy,
                operation.replay,
                attempt.outcome,
                attempt=number,
                remaining_s=deadline - now,
                chance=self._clock.chance(),
            )
            if attempt.outcome.status == 429:
                told = attempt.outcome.retry_after_s
                self._gate.close_until(now + next(pause for pause in (told, wait, policy.base_s) if pause is not None))
            if wait is None:
                if attempt.reply is not None:
                    return attempt.reply, past
                lost = cast(Lost, attempt.lost)
                raise self._lost(operation, lost.reason, sent=past.maybe_done or lost.sent, timed_out=lost.timed_out) from lost
            past = past.and_then(attempt.outcome)
            await self._clock.sleep(wait)

    async def _pass_gate(self, operation: Operation[Any], deadline: float, past: _Past) -> None:
        """Waits until no 429 holds the calls back."""
        while (wait := self._gate.wait_s(now := self._clock.now())) > 0:
            if now + wait >= deadline:
                reason = f"the API asked for a pause of another {wait:.1f} s, longer than the deadline"
                raise self._lost(operation, reason, sent=past.maybe_done, timed_out=True)
            await self._clock.sleep(wait)

    async def _attempt(self, operation: Operation[Any], request: Request, deadline: float, number: int) -> _Attempt:
        started = self._clock.now()
        try:
            reply = await self._transport.send(request, timeout_s=max(0.0, deadline - started))
            outcome = Outcome(status=reply.status, retry_after_s=reply.retry_after_s())
            attempt = _Attempt(outcome=outcome, reply=reply)
        except Lost as lost:
            attempt = _Attempt(outcome=Outcome(sent=lost.sent, timed_out=lost.timed_out), lost=lost)
        told = attempt.outcome.status or (attempt.lost and attempt.lost.reason)
        log.debug(
            "%s %s, attempt %d: %s in %.0f ms",
            operation.route.method,
            operation.route.path,
            number,
            told,
            (self._clock.now() - started) * 1000,
        )
        return attempt

    def _lost(self, operation: Operation[Any], reason: str, *, sent: bool, timed_out: bool) -> DeliveryError:
        """The error of a call without a usable answer."""
        route = operation.route
        if sent and (route.method != "GET" or route.replay is Replay.ONCE):
            kind: type[DeliveryError] = OutcomeUnknownError
            reason = f"{reason}; the request was sent, so it may have been done"
        else:
            kind = DeliveryTimeoutError if timed_out else DeliveryError
            reason = reason if sent else f"{reason}; nothing was sent"
        return kind(
            reason,
            operation=route.name,
            method=route.method,
            path=operation.shown_path,
            idempotency_key=operation.idempotency_key,
        )

    def _read(self, operation: Operation[T], reply: Reply) -> T:
        route = operation.route

        def unreadable(message: str, found: tuple[Drift, ...] = ()) -> UnreadableReplyError:
            return UnreadableReplyError(
                message, status=reply.status, method=route.method, path=operation.shown_path, body=reply.body, drifts=found
            )

        try:
            if not reply.is_json:
                return operation.decode.read_bytes(reply.body, reply.media_type)
            try:
                document = reply.document() if reply.body else None
            except ValueError:
                if reply.says_json:
                    raise
                return operation.decode.read_bytes(reply.body, reply.media_type)
            value = operation.decode.read(document)
            if isinstance(value, Link) and file_host(value.url) is None:
                raise WrongShape("the answer names a file at an address that is not https")
        except (WrongShape, RecursionError) as error:
            raise unreadable(str(error)) from error
        except ValueError as error:
            raise unreadable("the answer is not valid JSON") from error
        if self._strict or self._on_drift is not None:
            found = tuple(drifts(operation, document))
            for drift in found if self._on_drift else ():
                cast(OnDrift, self._on_drift)(drift)
            if found and self._strict:
                first = found[0]
                raise unreadable(
                    f"{len(found)} drift(s), first {first.path}: expected {first.expected}, got {first.got!r}", found
                )
        return value


def with_key(operation: Operation[T]) -> Operation[T]:
    """The operation with an idempotency key of its own, where it takes one and the caller gave none."""
    if operation.route.key is None or operation.idempotency_key is not None:
        return operation
    return operation.with_idempotency_key(str(uuid4()))


def trust_key(operation: Operation[T], policy: RetryPolicy) -> Operation[T]:
    """The operation as it may be repeated when the user trusts idempotency keys."""
    if policy.trust_keys and operation.route.key is not None and operation.replay is Replay.ONCE:
        return evolve(operation, replay=Replay.KEYED)
    return operation


def with_team(operation: Operation[T], team: str | None) -> Operation[T]:
    """The operation for a team, unless it names one itself or takes none."""
    if team is None or not operation.route.takes_team or any(name == "team" for name, _ in operation.query):
        return operation
    return operation.with_query({"team": team})


async def _upload(name: str, source: Any) -> Upload:
    return await anyio.to_thread.run_sync(read_upload, name, source)


def _form(fields: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a form as texts."""
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items() if value is not None}
