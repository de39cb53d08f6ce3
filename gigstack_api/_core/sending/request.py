"""From an operation to the request that every attempt sends: team, keys, URL, bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from urllib.parse import quote, urlencode

from msgspec.structs import replace

from ..._version import __version__
from ...errors import InvalidArgumentError
from ..files.reading import read_off_loop
from ..files.upload import ANY_FILE, FileInput, Upload, read_upload
from ..http.auth import ApiKey
from ..http.messages import Request
from ..http.urls import Origin
from ..limits import LOADING
from ..operations.operation import Files, Operation
from ..operations.route import Replay
from ..retries.policy import RetryPolicy
from ..schema.data import Data
from ..schema.types import is_number
from .content import content_of
from .observing import CallFacts, CallObserver, facts_of

T = TypeVar("T")

MOST_URL_CHARS = 65_536
"""httpx refuses longer ones."""

MOST_S = 10**9
"""A deadline of 30 years; clocks cannot count much longer ones."""

USER_AGENT = f"gigstack-api-python/{__version__}"


class Options(Data, frozen=True, kw_only=True):
    """The options of a view of the client: team, deadline (seconds) and retries.

    Raises:
        InvalidArgumentError: one of them is invalid.
    """

    team: str | None = None
    timeout_s: float | None = None
    retries: RetryPolicy = RetryPolicy()

    def __post_init__(self) -> None:
        team, timeout_s, retries = self.team, self.timeout_s, self.retries
        if team is not None and not (isinstance(team, str) and team.strip()):
            raise InvalidArgumentError.of(team, f"team must be the id of a team, not {team!r}")
        if timeout_s is not None and not (is_number(timeout_s) and 0 < timeout_s <= MOST_S):
            raise InvalidArgumentError(
                f"timeout_s must be a number of more than 0 seconds, not {timeout_s!r}"
            )
        if not isinstance(retries, RetryPolicy):
            raise InvalidArgumentError(
                f"retries must be a RetryPolicy, for example RetryPolicy.none(), not {retries!r}"
            )


class Call(Data, frozen=True):
    """An operation on its way: the request that every attempt sends, and how long it may take."""

    operation: Operation[Any]
    request: Request
    deadline: float
    retries: RetryPolicy
    origin: Origin
    observer: CallObserver | None = None

    @property
    def method(self) -> str:
        return self.operation.route.method

    @property
    def path(self) -> str:
        return self.operation.shown_path

    @property
    def facts(self) -> CallFacts:
        return facts_of(self.operation, self.origin)


def with_team(operation: Operation[T], team: str | None) -> Operation[T]:
    """The operation for a team, unless it names one itself or takes none."""
    query = _query_for(operation, team)
    return operation if query is operation.query else replace(operation, query=query)


def prepare(operation: Operation[T], options: Options) -> Operation[T]:
    """The operation as it is sent: with its team, and where it takes one with an idempotency key.

    A key that the caller gave is kept; it makes an operation repeatable if the policy trusts keys.
    """
    changes: dict[str, Any] = {}
    query = _query_for(operation, options.team)
    if query is not operation.query:
        changes["query"] = query
    if operation.route.key is not None:
        if options.retries.trust_keys and operation.replay is Replay.ONCE:
            changes["replay"] = Replay.KEYED
        if operation.idempotency_key is None:
            with LOADING:
                from uuid import uuid4

            changes |= operation.keyed(str(uuid4()))
    return replace(operation, **changes) if changes else operation


def _query_for(operation: Operation[Any], team: str | None) -> tuple[tuple[str, str], ...]:
    """The query of an operation for a team.

    Raises:
        InvalidArgumentError: it takes no team, so it would act for that of the key.
    """
    if team is None:
        return operation.query
    if operation.route.refuses_team:
        raise InvalidArgumentError(
            f"{operation.route.name} takes no team: it would act for the team of the key, not for"
            f" {team}; call it on a client without a team"
        )
    if not operation.route.takes_team:
        return operation.query
    if any(name == "team" for name, _ in operation.query):
        return operation.query
    return (*operation.query, ("team", team))


async def read_files(operation: Operation[T]) -> Operation[T]:
    """The operation with its files read, off the event loop.

    Raises:
        InvalidArgumentError: a file cannot be read, or is not accepted.
    """

    async def read(name: str, source: FileInput | Upload) -> Upload:
        if isinstance(source, Upload):
            return source
        accepts = operation.route.files.get(name, ANY_FILE)
        return await read_off_loop(read_upload, name, source, accepts)

    files: dict[str, Files] = {}
    for name, source in operation.files.items():
        if isinstance(source, (list, tuple)):
            files[name] = tuple([await read(name, one) for one in source])
        else:
            files[name] = await read(name, cast(FileInput, source))
    return replace(operation, files=files)


def build_request(
    operation: Operation[Any], base_url: str, key: ApiKey, more_headers: Mapping[str, str]
) -> Request:
    """The request of an operation whose files are read, with the bytes that every attempt sends.

    Raises:
        InvalidArgumentError: a value cannot be sent.
    """
    route = operation.route
    headers = {"Accept": route.accept, "User-Agent": USER_AGENT, **operation.headers}
    if more_headers:
        headers = {**more_headers, **headers}
    try:
        media_type, content = content_of(operation)
        # A comma separates items where a style says so, and such items hold none.
        query = urlencode(operation.query, quote_via=quote, safe="," if route.styles else "")
    except UnicodeEncodeError as error:
        raise InvalidArgumentError(
            f"{route.name}: a text holds a lone surrogate, which UTF-8 cannot encode"
        ) from error

    url = f"{base_url}{operation.path}{f'?{query}' if query else ''}"
    if len(url) > MOST_URL_CHARS:
        raise InvalidArgumentError(f"{route.name}: the parameters are too long for a URL")
    if media_type is not None:
        headers["Content-Type"] = media_type
    # Last, so that no frame of an error above holds the key.
    if route.authenticated:
        url = key.sign(url, headers)
    return Request(route.method, url, headers, content)
