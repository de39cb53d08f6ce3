"""Gigstack: a BaseClient with the resources of the gigstack API."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import replace

from ._core.frames import forgets_arguments
from ._core.http.transport import MAX_ANSWER_BYTES
from ._core.limits import LOADING
from ._core.retries.policy import RetryPolicy
from ._core.schema.annotations import resolvable
from ._core.sending.attempts import Clock
from ._generated.api import Resources
from .base_client import BaseClient

if TYPE_CHECKING:
    import httpx

    from ._core.http.messages import Response
    from ._core.operations.operation import Operation
    from ._core.operations.route import Route
    from ._core.responses.reading import OnDrift
    from .errors import OutcomeUnknownError
    from .fiscal.checks import Checks
    from .reconcile import Reconciled
    from .resources.clients import Clients
    from .resources.invoices import Invoices
    from .resources.teams import Teams

T = TypeVar("T")


@resolvable
class Gigstack(BaseClient, Resources):
    """A client of the gigstack API for one API key.

    `gig.clients`, `gig.payments`, ... hold the calls. Views (`for_team`, `with_options`) share its
    connections. Close it with `async with` or `await gig.aclose()`.

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
        checks: Checks documents before they are sent to be stamped: "warn" warns (`FiscalWarning`),
            "error" raises `FiscalError` for what the SAT would refuse. None, the default, leaves
            that to the API.
        decimals: Reads numbers with a fraction as `Decimal`, exactly as written, not as `float`.

    Raises:
        ConfigurationError: there is no key, a value cannot work, or the key is a live one under
            pytest.
        InvalidArgumentError: the team, the deadline or the retries are invalid.
    """

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
        checks: Checks | None = None,
        decimals: bool = False,
    ) -> None:
        super().__init__(
            api_key,
            base_url=base_url,
            team=team,
            timeout_s=timeout_s,
            retries=retries,
            max_in_flight=max_in_flight,
            max_answer_bytes=max_answer_bytes,
            http_client=http_client,
            on_drift=on_drift,
            strict=strict,
            decimals=decimals,
        )
        self._made_with["checks"] = checks
        self._check = _checker(checks)

    @property
    def _caller(self) -> Gigstack:
        return self

    @cached_property
    def clients(self) -> Clients:
        """Calls of the clients, upserts among them."""
        with LOADING:
            from .resources.clients import Clients

        return Clients(self)

    @cached_property
    def invoices(self) -> Invoices:
        """Calls of the invoices, the bundle of PDF and XML among them."""
        with LOADING:
            from .resources.invoices import Invoices

        return Invoices(self)

    @cached_property
    def teams(self) -> Teams:
        """Calls of the teams, the manifest signed with files among them."""
        with LOADING:
            from .resources.teams import Teams

        return Teams(self)

    async def request(self, operation: Operation[T]) -> Response[T]:
        """The whole response to an operation: status, headers, body, envelope and value.

        Raises:
            APIError: the API answered with an error.
            DeliveryError: no usable answer arrived.
            UnreadableReplyError: the answer is not what was promised.
            FiscalError: the SAT would refuse it, with `checks="error"`; nothing was sent.
            InvalidArgumentError: it has undocumented fields, with `strict`; nothing was sent.

        Example:
            from gigstack_api.operations.clients.get_client import build

            response = await gig.request(build(client))
            print(response.status, response.headers["content-type"], response.value.name)
        """
        if self._check is not None:
            self._check(operation)
        return await super().request(operation)

    async def reconcile(
        self, error: OutcomeUnknownError, *, settle_s: float | None = None
    ) -> Reconciled:
        """Whether a write whose answer was lost was done, found by looking up what was sent.

        It only reads, for the team of the call, and retries those reads as the retry policy says.
        It checks immediately, then with increasing delays until the API can no longer be processing
        the call. The error may come from another process. Called again later, it may know more.

        `done` is True (`value` is the document), False (safe to send again), or None where that
        cannot be determined (`why` says why, `candidates` are possible documents). A result about a
        creation is only reliable if this machine's clock is right within 5 minutes.

        Args:
            error: The exception that the write raised.
            settle_s: How long after the last attempt it keeps looking (seconds); by default as long
                as the API may take, 30 or 90, to avoid a premature False.

        Raises:
            InvalidArgumentError: the error does not say what was sent, or the key is of another
                team or mode.
            APIError: the API answered a lookup with an error.
            DeliveryError: a lookup got no usable answer.

        Example:
            from gigstack_api import OutcomeUnknownError

            try:
                invoice = await gig.draft_invoices.stamp(draft)
            except OutcomeUnknownError as error:
                print((await gig.reconcile(error)).done)
        """
        with LOADING:
            from .reconcile.lookup import look_up, require_sent

        sent = require_sent(error, self._key)
        view = self._view(replace(self._options, team=sent.team))
        return await look_up(view, sent, clock=Clock(), settle_s=settle_s)

    @staticmethod
    def _compared_fields(route: Route[Any]) -> Collection[str]:
        from .reconcile.tables import compared_fields

        return compared_fields(route)


def _checker(checks: Checks | None) -> Callable[[Operation[Any]], None] | None:
    if checks is None:
        return None
    with LOADING:
        from .fiscal.checks import checker

    return checker(checks)
