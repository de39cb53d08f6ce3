"""BaseClient: the connections and options of one API key. It knows no resource."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar, Never, Self, TypeVar, cast

from msgspec.structs import replace

from ._core.frames import clear_frames, forgets_arguments
from ._core.http.auth import BEARER, ApiKey, AuthScheme, check_live_key
from ._core.http.transport import MAX_ANSWER_BYTES, Transport
from ._core.http.urls import check_base_url, is_local
from ._core.limits import LOADING
from ._core.operations.operation import refuse_undocumented
from ._core.pagination.pager import Pager
from ._core.responses.reading import ReplyReader
from ._core.retries.policy import RetryPolicy
from ._core.schema.annotations import resolvable
from ._core.schema.types import OMIT, Omit
from ._core.sending.attempts import Clock
from ._core.sending.fetch import download
from ._core.sending.recipe import Recipe
from ._core.sending.request import Options, with_team
from ._core.sending.sender import Sender
from .errors import ConfigurationError, InvalidArgumentError

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from ._core.files.download import Download
    from ._core.http.messages import Response
    from ._core.operations.operation import Operation
    from ._core.operations.page import Page
    from ._core.operations.route import Route
    from ._core.responses.reading import OnDrift
    from ._core.sending.stream import OnProgress

T = TypeVar("T")


@resolvable
class BaseClient:
    """A client for one API key: its options and connections, and how an operation is sent.

    `Gigstack` adds the resources. A client generated from another spec is another subclass, with
    values of its own for `_key_variable`, `_base_url_variable`, `_default_base_url`, `_auth` and
    `_needs_key`.

    Args:
        api_key: Live or test key of a team; by default the value of GIGSTACK_API_KEY.
        base_url: By default the value of GIGSTACK_API_BASE_URL, else the gigstack API. Plain http
            is accepted for this machine only.
        team: Id of the team to act for by default (gigstack Connect).
        timeout_s: Deadline of each call with its retries, in seconds; by default 30, or 90 where
            the API stamps or parses a document.
        retries: Whether and when calls are retried.
        max_in_flight: How many requests may be in flight at once.
        max_answer_bytes: The most bytes of an answer, decompressed. A larger one raises
            `UnreadableReplyError`.
        http_client: Your own httpx client (proxies, TLS, test transports). It is not closed.
        on_drift: Called for every part of a response that deviates from the spec.
        strict: Raises `UnreadableReplyError` for any drift, and `InvalidArgumentError` for nested
            fields that are not documented; for CI.
        decimals: Reads numbers with a fraction as `Decimal`, exactly as written, not as `float`.

    Raises:
        ConfigurationError: there is no key, a value cannot work, or the key is a live one under
            pytest.
        InvalidArgumentError: the team, the deadline or the retries are invalid.
    """

    _key_variable: ClassVar[str] = "GIGSTACK_API_KEY"
    _base_url_variable: ClassVar[str] = "GIGSTACK_API_BASE_URL"
    _default_base_url: ClassVar[str] = "https://api.gigstack.io/v2"
    _auth: ClassVar[AuthScheme] = BEARER
    _needs_key: ClassVar[bool] = True

    @forgets_arguments
    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        team: str | None = None,
        timeout_s: float | None = None,
        retries: RetryPolicy = RetryPolicy(),  # noqa: B008 - frozen
        max_in_flight: int = 50,
        max_answer_bytes: int = MAX_ANSWER_BYTES,
        http_client: httpx.AsyncClient | None = None,
        on_drift: OnDrift | None = None,
        strict: bool = False,
        decimals: bool = False,
    ) -> None:
        secret = api_key or os.environ.get(self._key_variable, "")
        if not secret and self._needs_key:
            raise ConfigurationError(f"no API key: set {self._key_variable}, or pass api_key=")
        self._options = Options(team=team, timeout_s=timeout_s, retries=retries)
        self._strict = strict
        self._made_with: dict[str, Any] = {
            "max_in_flight": max_in_flight,
            "max_answer_bytes": max_answer_bytes,
            "http_client": http_client,
            "on_drift": on_drift,
            "strict": strict,
            "decimals": decimals,
        }
        self._key = ApiKey(secret, self._auth)
        address = base_url or os.environ.get(self._base_url_variable) or self._default_base_url
        if not address:
            raise ConfigurationError(
                f"no base URL: set {self._base_url_variable}, or pass base_url="
            )
        self._base_url = check_base_url(address)
        check_live_key(self._key, os.environ, local=is_local(self._base_url))
        self._transport = Transport(
            max_in_flight=max_in_flight,
            max_answer_bytes=max_answer_bytes,
            http_client=http_client,
        )
        self._sender = Sender(
            key=self._key,
            base_url=self._base_url,
            transport=self._transport,
            clock=Clock(),
            reader=ReplyReader(on_drift, strict=strict, decimals=decimals),
            compared_fields=type(self)._compared_fields,
        )

    @staticmethod
    def _compared_fields(route: Route[Any]) -> Collection[str]:
        """The fields that a lookup of a lost write compares; none where nothing is looked up."""
        return ()

    @property
    def livemode(self) -> bool | None:
        """Whether the key is a live one, according to its own payload; None if it does not say."""
        return self._key.livemode

    @property
    def key_team(self) -> str | None:
        """Id of the team of the key, according to its own payload; None if it does not say."""
        return self._key.team

    @property
    def base_url(self) -> str:
        """The URL of the API."""
        return self._base_url

    @property
    def team(self) -> str | None:
        """Id of the team that calls act for by default; None for the team of the key."""
        return self._options.team

    @property
    def waiting_s(self) -> float:
        """How long calls are held back now because of a rate limit (seconds); 0 if they are not."""
        return self._sender.limits.pause.remaining_s(Clock().now())

    def hold_back(self, wait_s: float) -> None:
        """Holds all calls back for some seconds, at most 60, as a rate limit does.

        Processes with one key share its rate limit: pass on what `on_rate_limit` gives in another.
        """
        self._sender.limits.pause.extend(Clock().now(), wait_s)

    def on_rate_limit(self, listener: Callable[[float], object]) -> None:
        """Calls a function with the seconds of each pause that the API asks this client for."""
        self._sender.limits.listeners.append(listener)

    def recipe(self) -> Recipe[Self]:
        """Everything another process needs to make the same client. It holds the API key.

        Raises:
            InvalidArgumentError: the client has an httpx client of its own, or calls a function for
                drift.
        """
        own = [name for name in ("http_client", "on_drift") if self._made_with[name] is not None]
        if own:
            raise InvalidArgumentError(
                f"a client with {' and '.join(own)} cannot be made in another process: leave it out"
            )
        settings = {name: value for name, value in self._made_with.items() if value is not None}
        return Recipe(type(self), self._key.secret, self._base_url, self._options, settings)

    def for_team(self, team: str) -> Self:
        """A view that acts for another team, on the same connections.

        Raises:
            InvalidArgumentError: there is no id, or it is empty.

        Example:
            page = await gig.for_team(team.id).clients.list()
        """
        if cast("str | None", team) is None:  # a look-up found none
            raise InvalidArgumentError(
                "for_team needs the id of a team, not None, which would act for the team of the key"
            )
        return self._view(replace(self._options, team=team))

    def with_options(
        self, *, timeout_s: float | Omit | None = OMIT, retries: RetryPolicy | Omit = OMIT
    ) -> Self:
        """A view with another deadline or other retries, on the same connections.

        Args:
            timeout_s: Deadline of each call in seconds; None for the defaults.
            retries: Whether and when calls are retried.

        Raises:
            InvalidArgumentError: the deadline is not positive.

        Example:
            from gigstack_api import RetryPolicy

            patient = gig.with_options(timeout_s=120, retries=RetryPolicy(max_attempts=8))
            page = await patient.clients.list()
        """
        options = self._options
        if timeout_s is not OMIT:
            options = replace(options, timeout_s=timeout_s)
        if retries is not OMIT:
            options = replace(options, retries=retries)
        return self._view(options)

    def _view(self, options: Options) -> Self:
        """This client with other options. Resources are not copied, since each knows its client."""
        view = object.__new__(type(self))
        shared = {name: value for name, value in vars(self).items() if name.startswith("_")}
        vars(view).update(shared, _options=options)
        return view

    async def request(self, operation: Operation[T]) -> Response[T]:
        """The whole response to an operation: status, headers, body, envelope and value.

        Raises:
            APIError: the API answered with an error.
            DeliveryError: no usable answer arrived.
            UnreadableReplyError: the answer is not what was promised.
            InvalidArgumentError: it has undocumented fields, with `strict`; nothing was sent.
        """
        try:
            if self._strict:
                refuse_undocumented(operation)
            return await self._sender.perform(operation, self._options)
        except BaseException as error:
            clear_frames(error)
            raise

    def paginate(self, operation: Operation[Page[T]], *, resume: str | None = None) -> Pager[T]:
        """The pager over a list; `resume` takes the checkpoint of an earlier one."""

        async def fetch_page(page: Operation[Page[T]]) -> Page[T]:
            return (await self.request(page)).value

        return Pager(with_team(operation, self._options.team), fetch_page, resume=resume)

    @forgets_arguments
    async def download(
        self, url: str, *, file_name: str = "download", media_type: str = "application/octet-stream"
    ) -> Download:
        """A file from an address that the API returned (`files.pdf`, `files.xml`).

        It is fetched without the API key, and retried like every read within `timeout_s` of the
        view (here by default 90 seconds). A data URL or base64 is decoded without a request.

        Raises:
            InvalidArgumentError: the text is neither a file nor an https address (http on this
                machine is accepted if the API is there too).
            APIError: the host answered with an error.
            DeliveryError: no answer arrived.
            UnreadableReplyError: the host sent a web page, or content that does not start as
                `media_type` requires.

        Example:
            files = await gig.invoices.get_files(invoice)
            if files.pdf:
                (await gig.download(files.pdf)).save("factura.pdf")
        """
        return await download(
            url,
            self._transport,
            file_name=file_name,
            media_type=media_type,
            options=self._options,
            clock=Clock(),
            local=is_local(self._base_url),
        )

    @forgets_arguments
    async def download_to(
        self,
        url: str,
        path: str | PathLike[str],
        *,
        progress: OnProgress | None = None,
        max_bytes: int | None = None,
    ) -> Path:
        """The path of a file of any size, downloaded from an address that the API returned.

        The file is fetched without the API key and with constant memory use. It is written next to
        `path` and replaces it once it is complete. Nothing is left behind on failure or
        cancellation.

        After an interruption the download resumes where it stopped, if the host supports that and
        the file is unchanged; otherwise it starts over. It gives up after
        `RetryPolicy.max_attempts` consecutive attempts that each gained less than 1 MiB.
        `timeout_s` of the view (here by default 30) limits how long the host may be silent, in
        seconds; the whole download has no deadline.

        Args:
            url: An https address.
            path: Where to write. The first bytes must match the suffix (.pdf, .xml, ...).
            progress: Called every few hundred KB with the bytes received and the size of the whole
                file, which is None if the host does not say. The first number decreases when the
                download starts over.
            max_bytes: Largest size to accept, in bytes.

        Raises:
            InvalidArgumentError: the address is not https, or `path` is a directory.
            APIError: the host answered with an error.
            DeliveryError: the file did not arrive completely.
            UnreadableReplyError: the host did not send a file.
            WrongFileError: the file has more than `max_bytes`, is a web page, or does not match
                its suffix.
            FileNotSavedError: `path` does not name a regular file, or the machine is at a limit.
            OSError: the file cannot be written.

        Example:
            files = await gig.invoices.get_files(invoice)
            if files.xml:
                await gig.download_to(files.xml, "factura.xml", max_bytes=50 * 2**20)
        """
        with LOADING:
            from pathlib import Path

            from ._core.sending.stream import SILENCE_S, DownloadOptions, stream_to_file

        silence_s = SILENCE_S if self._options.timeout_s is None else self._options.timeout_s
        options = DownloadOptions(
            silence_s=silence_s,
            retries=self._options.retries,
            max_bytes=max_bytes,
            progress=progress,
            local=is_local(self._base_url),
        )
        return await stream_to_file(self._transport.files, url, Path(path), options, clock=Clock())

    async def aclose(self) -> None:
        """Closes the connections of the running event loop, for all views.

        Calling it again is a no-op. A call after that raises `ConfigurationError`; `async with`
        opens the client again.
        """
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        self._transport.reopen()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        mode = {True: "live", False: "test", None: "unknown"}[self.livemode]
        options = f"base_url={self._base_url!r}, mode={mode!r}, team={self._options.team!r}"
        return f"{type(self).__name__}({options})"

    def __reduce__(self) -> Never:
        raise TypeError("a client cannot be pickled: it holds an API key and connections")
