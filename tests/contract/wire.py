"""The spec, read once; calls made from it with the real client; the requests they send."""

from __future__ import annotations

import inspect
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import Message
from typing import Any, cast
from urllib.parse import parse_qsl

import httpx
from attrs import frozen

from gigstack_api import Download, Drift, Gigstack, RetryPolicy
from gigstack_api._core.schema.types import is_list, is_object
from scripts.spec.examples import plausible_document
from scripts.spec.model import Call, Node, calls, load

SPEC: Node = load()
CALLS: list[Call] = calls(SPEC)
IDS: list[str] = [call.id for call in CALLS]


@frozen
class Wire:
    """A client whose every request gets the same answer, with the requests and drifts it had."""

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


async def send(call: Call, gig: Gigstack, *path: str, **keywords: Any) -> Any:
    """Sends a call and gives its value; for a list, its first page."""
    return await method_of(call, gig)(*path, **keywords)


def keyword_names(call: Call, gig: Gigstack) -> set[str]:
    """The keyword arguments that the method of a call declares."""
    parameters = inspect.signature(method_of(call, gig)).parameters.values()
    return {item.name for item in parameters if item.kind is item.KEYWORD_ONLY}


def path_of(request: httpx.Request) -> str:
    """The path of a request below the base URL, still quoted."""
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


def part_of(document: Any, path: str) -> Any:
    """The part of a document at a dotted path; all of it for "none", as in `unwrap`."""
    for name in path.split(".") if path != "none" else ():
        document = document[name]
    return document


def without_nulls(value: Any) -> Any:
    """JSON without its null fields."""
    if is_object(value):
        return {name: without_nulls(item) for name, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if is_list(value) else value


def plausible(call: Call) -> httpx.Response:
    """A success answer made from the schema."""
    return httpx.Response(int(next(iter(call.successes))), json=plausible_document(call))


def is_file(value: object, content: bytes) -> bool:
    """Whether a value is the file with this content."""
    return isinstance(value, Download) and value.content == content
