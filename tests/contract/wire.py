"""The spec, read once; calls of the real client made from it, and what they put on the wire."""

from __future__ import annotations

import inspect
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import Message
from typing import Any, TypeGuard, cast
from urllib.parse import parse_qsl

import httpx
from attrs import frozen

from gigstack_api import Download, Drift, Gigstack, Page, RetryPolicy
from gigstack_api._core.shapes import is_list, is_object
from scripts.spec.examples import plausible_document
from scripts.spec.model import Call, Node, calls, load

SPEC: Node = load()
CALLS: list[Call] = calls(SPEC)
IDS: list[str] = [call.id for call in CALLS]


@frozen
class Wire:
    """A client of the SDK whose every request gets the same answer; remembers the requests and the
    drifts.
    """

    gig: Gigstack
    requests: list[httpx.Request]
    drifts: list[Drift]

    @property
    def request(self) -> httpx.Request:
        """The only request."""
        (request,) = self.requests
        return request


@asynccontextmanager
async def wire(answer: httpx.Response) -> AsyncGenerator[Wire]:
    """A wire for one test."""
    seen: list[httpx.Request] = []
    drifts: list[Drift] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return answer

    async with httpx.AsyncClient(transport=httpx.MockTransport(handle)) as client:
        gig = Gigstack(
            "key",
            base_url="https://api.test/v2",
            retries=RetryPolicy.none(),
            http_client=client,
            on_drift=drifts.append,
        )
        yield Wire(gig, seen, drifts)


def method_of(call: Call, gig: Gigstack) -> Any:
    """The method of the SDK that makes a call."""
    return getattr(getattr(gig, call.tag), call.facts["method"])


async def carry_out(call: Call, gig: Gigstack, *path: str, **keywords: Any) -> Any:
    """The value of a call; of a list, its first page."""
    return await method_of(call, gig)(*path, **keywords)


def keyword_names(call: Call, gig: Gigstack) -> set[str]:
    """The keywords a method of the SDK declares for its call."""
    parameters = inspect.signature(method_of(call, gig)).parameters.values()
    return {each.name for each in parameters if each.kind is each.KEYWORD_ONLY}


def path_of(request: httpx.Request) -> str:
    """The path of a request as it was sent, below the base URL."""
    return request.url.raw_path.decode().partition("?")[0].removeprefix("/v2")


def query_of(request: httpx.Request) -> list[tuple[str, str]]:
    """The query of a request, sorted."""
    return sorted(
        parse_qsl(
            request.url.query.decode(),
            keep_blank_values=True,
            strict_parsing=bool(request.url.query),
        )
    )


def json_of(request: httpx.Request) -> Any:
    """The JSON body of a request; None without one."""
    return json.loads(request.content) if request.content else None


def form_of(request: httpx.Request) -> dict[str, bytes]:
    """The parts of a multipart request by name."""
    head = f"Content-Type: {request.headers['Content-Type']}\r\n\r\n".encode()
    parts = cast("list[Message]", message_from_bytes(head + request.content).get_payload())
    return {
        str(part.get_param("name", header="Content-Disposition")): cast(
            bytes, part.get_payload(decode=True)
        )
        for part in parts
    }


def inside(document: Any, place: str) -> Any:
    """What stands at the place that `unwrap` names."""
    for name in place.split(".") if place != "none" else ():
        document = document[name]
    return document


def is_page(value: object) -> TypeGuard[Page[Any]]:
    """Whether a value is a page of a list."""
    return isinstance(value, Page)


def as_json(value: Any) -> Any:
    """A value of the SDK as the JSON it came from."""
    if is_page(value):
        return [as_json(each) for each in value.data]
    if is_list(value):
        return [as_json(each) for each in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def without_nulls(value: Any) -> Any:
    """JSON without its null fields."""
    if is_object(value):
        return {name: without_nulls(each) for name, each in value.items() if each is not None}
    return [without_nulls(each) for each in value] if is_list(value) else value


def plausible(call: Call) -> httpx.Response:
    """A success answer made from the schema."""
    return httpx.Response(int(next(iter(call.successes))), json=plausible_document(call))


def is_file(value: object, content: bytes) -> bool:
    """Whether a value is the file with this content."""
    return isinstance(value, Download) and value.content == content
