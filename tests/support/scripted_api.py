"""An API that gives scripted answers, and clients on it. No socket is opened.

    api = Api(LOST, refusal(429), answer({"id": "c"}))
    await client(api).clients.get("c")
    assert len(api.requests) == 3

`client` gives a whole `Gigstack`, `sender` what is inside it, `transport_to` what is inside that.
Tests on a whole client may instead take the fixture `api` (a respx router at the public address)
together with `gigstack`, `requests_to` and `last_body`.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections import deque
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeAlias, cast

import anyio.lowlevel
import httpx
import respx

from gigstack_api import Drift, Gigstack, RetryPolicy
from gigstack_api._core.http.auth import ApiKey
from gigstack_api._core.http.messages import Request
from gigstack_api._core.http.transport import Transport
from gigstack_api._core.responses.reading import ReplyReader
from gigstack_api._core.sending.request import Options
from gigstack_api._core.sending.sender import Sender

from .clock import FakeClock

KEY = "sk_test_very_secret"
BASE = "https://api.test/v2"
PUBLIC_BASE = "https://api.gigstack.io/v2"
RFC = "PEGJ800101ABC"
LOST = httpx.ReadError("lost")
WITHOUT_WAITING = RetryPolicy(base_s=0, settle_s=0)

Answer: TypeAlias = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


class Api:
    """Gives scripted answers one after the other and keeps the requests.

    An answer is a response, a function from the request to one, or an exception, which is raised as
    the transport would raise it.
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


def raw_answer(
    content: bytes, media_type: str | None = "application/json", *, status: int = 200
) -> httpx.Response:
    """An answer with this body, whatever it is. Without a media type it has no Content-Type."""
    headers = {} if media_type is None else {"Content-Type": media_type}
    return httpx.Response(status, content=content, headers=headers)


def refusal(
    status: int, *, code: str = "some_code", headers: Mapping[str, str] | None = None
) -> httpx.Response:
    """An error in the newer envelope."""
    body = {"success": False, "error": {"code": code, "message": "No."}}
    return httpx.Response(status, json=body, headers=headers)


class Pieces(httpx.AsyncByteStream):
    """A body in pieces. An exception among them is raised in its turn."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self._pieces = pieces

    async def __aiter__(self) -> AsyncGenerator[bytes, None]:
        for piece in self._pieces:
            await anyio.lowlevel.checkpoint()
            if isinstance(piece, Exception):
                raise piece
            yield piece


def in_pieces(
    *pieces: bytes | Exception, status: int = 200, headers: Mapping[str, str] | None = None
) -> Answer:
    """An answer whose body comes in pieces."""
    return lambda _: httpx.Response(status, headers=headers, stream=Pieces(*pieces))


def rest_of_file(*pieces: bytes | Exception, place: str, **headers: str) -> Answer:
    """An answer that says it is the rest of a file. `place` is the value of Content-Range."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return in_pieces(*pieces, status=206, headers={"Content-Range": f"bytes {place}", **named})


def transport_to(handler: Callable[[httpx.Request], Any], *, most: int = 50) -> Transport:
    """A transport that ends in a handler. At most `most` requests are in flight."""
    return Transport(
        max_in_flight=most, http_client=httpx.AsyncClient(transport=httpx.MockTransport(handler))
    )


@asynccontextmanager
async def own_transport(most: int = 50) -> AsyncGenerator[Transport, None]:
    """A transport with real connections of its own, closed at the end."""
    transport = Transport(max_in_flight=most, http_client=None)
    try:
        yield transport
    finally:
        await transport.aclose()


def post_request(base: str, path: str = "/things") -> Request:
    """A small write, as a transport sends it."""
    return Request("POST", f"{base}{path}", {"Content-Type": "application/json"}, b'{"a":1}')


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
        transport=transport or transport_to(handler),
        clock=(clock or FakeClock()).clock,
        reader=ReplyReader(on_drift, strict=strict),
    )


def options(
    retries: RetryPolicy | None = None, *, team: str | None = None, timeout_s: float | None = None
) -> Options:
    """The options of a view."""
    return Options(team=team, timeout_s=timeout_s, retries=retries or RetryPolicy())


def client(
    handler: Callable[[httpx.Request], Any],
    *,
    api_key: str = KEY,
    base_url: str = BASE,
    retries: RetryPolicy = WITHOUT_WAITING,
    **options: Any,
) -> Gigstack:
    """A client that ends in a handler and retries without waiting."""
    return Gigstack(
        api_key,
        base_url=base_url,
        retries=retries,
        http_client=httpx.AsyncClient(transport=httpx.MockTransport(handler)),
        **options,
    )


def token(payload: object) -> str:
    """A key in the shape of a JWT."""
    middle = urlsafe_b64encode(json.dumps(payload).encode()).decode().rstrip("=")
    return f"head.{middle}.tail"


def gigstack(**options: Any) -> Gigstack:
    """A client at the public address that retries without waiting, for tests that use respx.

    Its connections belong to the test, so it need not be closed.
    """
    options.setdefault("retries", WITHOUT_WAITING)
    options.setdefault("http_client", httpx.AsyncClient())
    return Gigstack(KEY, **options)


def requests_to(router: respx.MockRouter | respx.Route) -> list[httpx.Request]:
    """The requests that arrived at a router or a route, in their order."""
    return [cast("httpx.Request", call.request) for call in cast("Any", router).calls]


def last_body(router: respx.MockRouter) -> Any:
    """The JSON body of the last request."""
    return json.loads(requests_to(router)[-1].content)
