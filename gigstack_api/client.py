"""Gigstack: owns the connections of one API key and hands out the resources."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from functools import cached_property
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Never, Self, TypeVar

from attrs import evolve

from ._core.addresses import check_base_url, is_local
from ._core.auth import ApiKey, check_live_key
from ._core.clock import Clock
from ._core.fetching import fetch
from ._core.files import Download, Link, file_of_text
from ._core.omit import OMIT, Omit
from ._core.outgoing import Options, with_team
from ._core.paging import Pager
from ._core.reply import Response
from ._core.retry import RetryPolicy
from ._core.sender import Sender
from ._core.streaming import SILENCE_S, OnProgress, Terms, stream_to_file
from ._core.transport import Transport
from ._generated.api import Resources
from .errors import ConfigurationError, InvalidArgumentError

if TYPE_CHECKING:
    import httpx

    from ._core.drift import OnDrift
    from ._core.operation import Operation, Route
    from ._core.page import Page
    from .errors import OutcomeUnknownError
    from .fiscal.checks import Checks
    from .reconcile import Reconciled
    from .resources.clients import Clients
    from .resources.invoices import Invoices

T = TypeVar("T")
BASE_URL = "https://api.gigstack.io/v2"
DOWNLOAD_S = 90.0


class Gigstack(Resources):
    """A client of the gigstack API for one API key.

    `gig.clients`, `gig.payments`, ... hold the calls. Views (`for_team`, `with_options`) share its
    connections. Close it with `async with` or `await gig.aclose()`.

    Args:
        api_key: Live or test key of a team; by default that of GIGSTACK_API_KEY.
        base_url: By default that of GIGSTACK_API_BASE_URL, else the API itself. Plain http for this
            machine only.
        team: Id of the team to act for by default (gigstack Connect).
        timeout_s: Deadline of each call with its retries, in seconds; by default 30, or 90 where
            the API stamps or parses a document.
        retries: Whether and when calls are repeated.
        max_in_flight: How many requests may be on their way at once.
        http_client: An httpx client of yours (proxies, TLS, test transports); it is not closed.
        on_drift: Told of each place of an answer that is not what the spec says.
        strict: Raises `UnreadableReplyError` for any drift; for CI.
        checks: Looks at what is to be stamped before it is sent: "warn" warns (`FiscalWarning`),
            "error" raises `FiscalError` for what the SAT would refuse. None, the default, leaves
            that to the API.

    Raises:
        ConfigurationError: there is no key, a value cannot work, or the key is a live one under
            pytest.
        InvalidArgumentError: the team, the deadline or the retries make no sense.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        team: str | None = None,
        timeout_s: float | None = None,
        retries: RetryPolicy = RetryPolicy(),  # noqa: B008 - frozen
        max_in_flight: int = 50,
        http_client: httpx.AsyncClient | None = None,
        on_drift: OnDrift | None = None,
        strict: bool = False,
        checks: Checks | None = None,
    ) -> None:
        secret = api_key or os.environ.get("GIGSTACK_API_KEY", "")
        if not secret:
            raise ConfigurationError(
                "there is no API key: set GIGSTACK_API_KEY, or pass Gigstack(api_key=...)"
            )
        self._watch = _watcher(checks)
        self._options = Options(team=team, timeout_s=timeout_s, retries=retries)
        self._key = ApiKey(secret)
        self._base_url = check_base_url(
            base_url or os.environ.get("GIGSTACK_API_BASE_URL") or BASE_URL
        )
        check_live_key(self._key, os.environ, local=is_local(self._base_url))
        self._transport = Transport(max_in_flight=max_in_flight, http_client=http_client)
        self._sender = Sender(
            key=self._key,
            base_url=self._base_url,
            transport=self._transport,
            clock=Clock(),
            on_drift=on_drift,
            strict=strict,
            kept_fields=_kept_fields,
        )

    @property
    def _caller(self) -> Gigstack:
        return self

    @cached_property
    def clients(self) -> Clients:
        """Calls of the clients, upserts among them."""
        from .resources.clients import Clients

        return Clients(self)

    @cached_property
    def invoices(self) -> Invoices:
        """Calls of the invoices, the bundle of PDF and XML among them."""
        from .resources.invoices import Invoices

        return Invoices(self)

    @property
    def livemode(self) -> bool | None:
        """Whether the key is a live one, by its own payload; None where it does not say."""
        return self._key.livemode

    @property
    def key_team(self) -> str | None:
        """Id of the team of the key, by its own payload; None where it does not say."""
        return self._key.team

    def for_team(self, team: str) -> Gigstack:
        """A view that acts for another team, on the same connections.

        Raises:
            InvalidArgumentError: the id is empty.
        """
        return self._view(evolve(self._options, team=team))

    def with_options(
        self, *, timeout_s: float | Omit | None = OMIT, retries: RetryPolicy | Omit = OMIT
    ) -> Gigstack:
        """A view with another deadline (seconds; None for the defaults) or other retries, on the
        same connections.

        Raises:
            InvalidArgumentError: the deadline is not positive.
        """
        options = self._options
        if timeout_s is not OMIT:
            options = evolve(options, timeout_s=timeout_s)
        if retries is not OMIT:
            options = evolve(options, retries=retries)
        return self._view(options)

    def _view(self, options: Options) -> Gigstack:
        view = object.__new__(type(self))
        view._options = options
        view._key = self._key
        view._base_url = self._base_url
        view._transport = self._transport
        view._sender = self._sender
        view._watch = self._watch
        return view

    async def request(self, operation: Operation[T]) -> Response[T]:
        """The whole response to an operation: status, headers, body, envelope and value.

        Raises:
            APIError: the API answered, and said no.
            DeliveryError: no usable answer arrived.
            UnreadableReplyError: an answer came that is not what was promised.
            FiscalError: the SAT would refuse it, with `checks="error"`; nothing was sent.
        """
        if self._watch is not None:
            self._watch(operation)
        return await self._sender.perform(operation, self._options)

    def paginate(self, operation: Operation[Page[T]], *, resume: str | None = None) -> Pager[T]:
        """The pager over a list; `resume` is the checkpoint of an earlier one."""

        async def fetch(page: Operation[Page[T]]) -> Page[T]:
            return (await self.request(page)).value

        return Pager(with_team(operation, self._options.team), fetch, resume=resume)

    async def reconcile(
        self, error: OutcomeUnknownError, *, settle_s: float | None = None
    ) -> Reconciled:
        """Whether a write whose answer was lost was done, by looking up what was sent. It only
        reads, for the team of the call.

        `done` is True (`value` is the document), False (safe to send again) or None (nobody can
        know: `why` says why, and `candidates` what it might be). It looks at once, and again with
        growing waits while the API may still be at work. What it says of a creation holds if the
        clock of this machine was right within 5 minutes. The error may come from another process.

        Args:
            error: What the write raised.
            settle_s: Until how long after it was last sent it is looked for (seconds); by default
                as long as the API may take for it, 30 or 90, so that a False is not said too early.

        Raises:
            InvalidArgumentError: the error does not say what was sent, or the key is of another
                team or mode.
            APIError: the API answered a look-up, and said no.
            DeliveryError: a look-up got no usable answer.

        Repetition: reads are repeated as the retry policy says. Called again later it may tell
            more.
        """
        from .reconcile.lookup import look_up, require_sent

        sent = require_sent(error, self._key)
        return await look_up(
            self._view(evolve(self._options, team=sent.team)),
            sent,
            clock=Clock(),
            settle_s=settle_s,
        )

    async def download(
        self, url: str, *, file_name: str = "download", media_type: str = "application/octet-stream"
    ) -> Download:
        """The file behind an address that the API gave (`files.pdf`, `files.xml`), fetched without
        the key.

        Raises:
            InvalidArgumentError: the text is no file and no https address.
            APIError: the host answered, and said no.
            DeliveryError: no answer arrived.
            UnreadableReplyError: a web page came, or a file that does not begin as `media_type`
                wants.

        Repetition: a read, repeated as the retry policy says, within `timeout_s` of the view (here
            by default 90 seconds).
        """
        file = file_of_text(url, file_name, media_type)
        if isinstance(file, Link):
            timeout_s = DOWNLOAD_S if self._options.timeout_s is None else self._options.timeout_s
            return await fetch(
                file,
                self._transport,
                timeout_s=timeout_s,
                retries=self._options.retries,
                clock=Clock(),
            )
        if file is None:
            raise InvalidArgumentError("download takes an https address, a data URL or base64")
        return file

    async def download_to(
        self,
        url: str,
        path: str | PathLike[str],
        *,
        progress: OnProgress | None = None,
        max_bytes: int | None = None,
    ) -> Path:
        """The path of a file fetched from an address that the API gave, of any size: without the
        key, in flat memory.

        It is written beside `path` and takes its place once it is whole. Of what fails or is
        cancelled nothing is left.

        Args:
            url: An https address.
            path: Where to write. The file must begin as the suffix wants (.pdf, .xml, .zip, ...).
            progress: Told the bytes that are there and those of the whole (None where the host does
                not say), every few hundred KB; fewer than before where the file had to be begun
                anew.
            max_bytes: The most bytes to accept.

        Raises:
            InvalidArgumentError: the address is not https, or `path` is a directory.
            APIError: the host answered, and said no.
            DeliveryError: the file did not come whole.
            UnreadableReplyError: the host sent no file.
            WrongFileError: the file has more than `max_bytes`, is a web page, or does not begin as
                its suffix wants.
            OSError: it cannot be written.

        Repetition: after a cut it goes on where it was, if the host can and the file is the same,
            else anew. It gives up after
        `RetryPolicy.max_attempts` attempts in a row that got less than 1 MiB further. `timeout_s`
        of the view (here by default 30) is how long the host may be silent, in seconds; nothing
        bounds the whole.
        """
        silence_s = SILENCE_S if self._options.timeout_s is None else self._options.timeout_s
        terms = Terms(
            silence_s=silence_s,
            retries=self._options.retries,
            max_bytes=max_bytes,
            progress=progress,
        )
        return await stream_to_file(self._transport.files, url, Path(path), terms, clock=Clock())

    async def aclose(self) -> None:
        """Closes the connections of the running event loop, for all views. Closed once more,
        nothing happens.

        A call after that raises `ConfigurationError`; `async with` opens the client again.
        """
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        self._transport.reopen()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        mode = {True: "live", False: "test", None: "unknown"}[self.livemode]
        return f"Gigstack(base_url={self._base_url!r}, mode={mode!r}, team={self._options.team!r})"

    def __reduce__(self) -> Never:
        raise TypeError("a client is not pickled: it holds an API key and connections")


def _kept_fields(route: Route[Any]) -> Collection[str]:
    from .reconcile.tables import kept_fields

    return kept_fields(route)


def _watcher(checks: Checks | None) -> Callable[[Operation[Any]], None] | None:
    if checks is None:
        return None
    from .fiscal.checks import checker

    return checker(checks)
