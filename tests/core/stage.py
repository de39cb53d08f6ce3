"""A scripted API and the routes that tests send to it."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

import httpx
from attrs import evolve

from gigstack_api import Drift, Gigstack, RetryPolicy
from gigstack_api._core.http.auth import ApiKey
from gigstack_api._core.http.transport import Transport
from gigstack_api._core.operations.decoders import Decoder, PageOf, Value
from gigstack_api._core.operations.operation import KeyPlace, Operation, Replay, Route, operation
from gigstack_api._core.operations.page import Page, Paging
from gigstack_api._core.responses.reading import ReplyReader
from gigstack_api._core.schema.fields import INTEGER, OBJECT, FieldType
from gigstack_api._core.sending.request import Options
from gigstack_api._core.sending.sender import Sender

from .clock import FakeClock

T = TypeVar("T")
KEY = "sk_test_very_secret"
BASE = "https://api.test/v2"
RFC = "PEGJ800101ABC"
LOST = httpx.ReadError("lost")
REPEATABLE = [Replay.SAFE, Replay.IDEMPOTENT, Replay.KEYED, Replay.NATURAL]
METHOD = {
    Replay.SAFE: "GET",
    Replay.IDEMPOTENT: "PUT",
    Replay.KEYED: "POST",
    Replay.NATURAL: "POST",
    Replay.ONCE: "POST",
}

Answer: TypeAlias = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


class Api:
    """Gives scripted answers one after the other and keeps the requests. An exception is raised as
    the transport would.
    """

    def __init__(self, *answers: Answer) -> None:
        self.answers = deque(answers)
        self.requests: list[httpx.Request] = []

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        self.requests.append(request)
        answer = self.answers.popleft()
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, httpx.Response) else answer(request)

    @property
    def queries(self) -> list[dict[str, str]]:
        """The query parameters of each request."""
        return [dict(request.url.params) for request in self.requests]

    @property
    def bodies(self) -> list[Any]:
        """The JSON body of each request."""
        return [json.loads(request.content) for request in self.requests]


def connections(handler: Callable[[httpx.Request], Any], *, most: int = 50) -> Transport:
    """A transport that ends in a handler."""
    return Transport(
        max_in_flight=most, http_client=httpx.AsyncClient(transport=httpx.MockTransport(handler))
    )


def sender(
    handler: Callable[[httpx.Request], Any],
    clock: FakeClock | None = None,
    *,
    on_drift: Callable[[Drift], object] | None = None,
    strict: bool = False,
    transport: Transport | None = None,
) -> Sender:
    """A sender that ends in a handler, on fake time."""
    return Sender(
        key=ApiKey(KEY),
        base_url=BASE,
        transport=transport or connections(handler),
        clock=(clock or FakeClock()).clock,
        reader=ReplyReader(on_drift, strict=strict),
    )


def client(
    handler: Callable[[httpx.Request], Any],
    *,
    api_key: str = KEY,
    team: str | None = None,
    retries: RetryPolicy | None = None,
) -> Gigstack:
    """A client that ends in a handler and repeats without waiting."""
    return Gigstack(
        api_key,
        base_url=BASE,
        team=team,
        retries=RetryPolicy(base_s=0, settle_s=0) if retries is None else retries,
        http_client=httpx.AsyncClient(transport=httpx.MockTransport(handler)),
    )


def options(
    retries: RetryPolicy | None = None, *, team: str | None = None, timeout_s: float | None = None
) -> Options:
    """Options of a view."""
    return Options(team=team, timeout_s=timeout_s, retries=retries or RetryPolicy())


def answer(
    data: object = None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **envelope: object,
) -> httpx.Response:
    """An answer with its data in an envelope."""
    return httpx.Response(
        status, json={"data": {} if data is None else data, **envelope}, headers=headers
    )


def refusal(
    status: int, *, code: str = "some_code", headers: Mapping[str, str] | None = None
) -> httpx.Response:
    """An error in the newer envelope."""
    body = {"success": False, "error": {"code": code, "message": "No."}}
    return httpx.Response(status, json=body, headers=headers)


def thing(
    replay: Replay = Replay.ONCE,
    *,
    method: str = "POST",
    decode: Decoder[Any] | None = None,
    key: KeyPlace | None = None,
    **changes: Any,
) -> Route[Any]:
    """A route for single things."""
    route: Route[Any] = Route(
        name="things.do",
        method=method,
        path="/things",
        decode=Value(OBJECT) if decode is None else decode,
        replay=replay,
        deadline_s=30,
        key=key,
    )
    return evolve(route, **changes)


def call(route: Route[T], **arguments: Any) -> Operation[T]:
    """The call of a route."""
    return operation(route, **arguments)


def one(replay: Replay, **arguments: Any) -> Operation[Any]:
    """A call of that class."""
    return call(thing(replay, method=METHOD[replay]), **arguments)


def listing(
    paging: Paging = Paging.NEXT,
    *,
    query: Mapping[str, Any] | None = None,
    metadata: Mapping[str, object] | None = None,
    item: FieldType[Any] = INTEGER,
) -> Operation[Page[Any]]:
    """The call of a list."""
    route: Route[Page[Any]] = Route(
        name="things.list",
        method="GET",
        path="/things",
        decode=PageOf(item),
        replay=Replay.SAFE,
        deadline_s=30,
        paging=paging,
    )
    return operation(route, query=query, metadata=metadata)


def token(payload: object) -> str:
    """A key in the shape of a JWT."""
    middle = urlsafe_b64encode(json.dumps(payload).encode()).decode().rstrip("=")
    return f"head.{middle}.tail"
