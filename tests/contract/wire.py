"""The spec, read once; calls of the real client made from it, and what they put on the wire."""

from __future__ import annotations

import inspect
import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import Message
from typing import Any, TypeGuard, cast
from urllib.parse import parse_qsl

import httpx
from attrs import frozen

from gigstack_api import Download, Drift, Gigstack, Page, RetryPolicy
from gigstack_api._core.shapes import is_list, is_object
from scripts.spec_reading import Call, Node, calls, load, python_name

from .values import made

SPEC: Node = load()
CALLS: list[Call] = calls(SPEC)
IDS: list[str] = [call.id for call in CALLS]
METADATA = {"external_id": "EXT-1", "nested": {"key": 7}}
METADATA_QUERY = [("metadata.external_id", "EXT-1"), ("metadata.nested.key", "7")]


@frozen
class Wire:
    """A client of the SDK whose every request gets the same answer; remembers the requests and the drifts."""

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
            "key", base_url="https://api.test/v2", retries=RetryPolicy.none(), http_client=client, on_drift=drifts.append
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


@frozen
class Arguments:
    """Plausible arguments of a call, by wire name."""

    path: dict[str, str]
    query: dict[str, Any]
    headers: dict[str, str]
    body: dict[str, Any]
    metadata: Mapping[str, Any] | None

    @classmethod
    def of(cls, call: Call) -> Arguments:
        """All the spec knows, each with a value of its own."""
        return cls(
            path={name: f"{name}_1" for name in call.parameters("path")},
            query={name: made(call.spec, each["schema"], name) for name, each in call.sent_query.items()},
            headers={name: f"{name} value" for name in call.parameters("header")},
            body=made(call.spec, call.body, "body") if call.body else {},
            metadata=METADATA if call.facts.get("metadata_filter") else None,
        )

    @classmethod
    def least(cls, call: Call) -> Arguments:
        """Only what the spec requires."""
        full = cls.of(call)
        query = {name: full.query[name] for name, each in call.sent_query.items() if each.get("required")}
        body = {name: full.body[name] for name in call.body.get("required", [])}
        return cls(path=full.path, query=query, headers={}, body=body, metadata=None)

    @property
    def keywords(self) -> dict[str, Any]:
        """The keyword arguments of the method."""
        named = self.query | self.headers | self.body
        found = {python_name(name): value for name, value in named.items()}
        return found if self.metadata is None else {**found, "metadata": self.metadata}

    def json(self, call: Call) -> dict[str, Any] | None:
        """The JSON body as it should be sent: none at all, where the spec needs none and there is nothing to say."""
        return self.body if self.body or call.node.get("requestBody", {}).get("required") else None

    @property
    def form(self) -> dict[str, bytes]:
        """The parts of the form as they should be sent."""
        texts = {name: value if isinstance(value, (str, bytes)) else json.dumps(value) for name, value in self.body.items()}
        return {name: text.encode() if isinstance(text, str) else text for name, text in texts.items()}

    @property
    def spelled_query(self) -> list[tuple[str, str]]:
        """The query as it should be sent, sorted."""
        pairs = [(name, value if isinstance(value, str) else json.dumps(value)) for name, value in self.query.items()]
        return sorted(pairs + (METADATA_QUERY if self.metadata else []))


def path_of(request: httpx.Request) -> str:
    """The path of a request as it was sent, below the base URL."""
    return request.url.raw_path.decode().partition("?")[0].removeprefix("/v2")


def query_of(request: httpx.Request) -> list[tuple[str, str]]:
    """The query of a request, sorted."""
    return sorted(parse_qsl(request.url.query.decode(), keep_blank_values=True, strict_parsing=bool(request.url.query)))


def json_of(request: httpx.Request) -> Any:
    """The JSON body of a request; None without one."""
    return json.loads(request.content) if request.content else None


def form_of(request: httpx.Request) -> dict[str, bytes]:
    """The parts of a multipart request by name."""
    head = f"Content-Type: {request.headers['Content-Type']}\r\n\r\n".encode()
    parts = cast("list[Message]", message_from_bytes(head + request.content).get_payload())
    return {
        str(part.get_param("name", header="Content-Disposition")): cast(bytes, part.get_payload(decode=True)) for part in parts
    }


def inside(document: Any, place: str) -> Any:
    """What stands at the place that `unwrap` names."""
    for name in place.split(".") if place != "none" else ():
        document = document[name]
    return document


def put(document: dict[str, Any], place: str, value: object) -> None:
    """Sets what stands at a dotted place, and makes the objects on the way."""
    *holders, last = place.split(".")
    for name in holders:
        document = document.setdefault(name, {})
    document[last] = value


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
    """A success answer made from the schema; a file stands where it may stand first."""
    status = int(next(iter(call.successes)))
    document = made(call.spec, call.answer, "answer")
    for place in call.facts.get("download", {}).get("fields", ())[:1]:
        put(document, place, "JVBERi0xLjcgYSBmaWxl")
    return httpx.Response(status, json=document)


def is_file(value: object, content: bytes) -> bool:
    """Whether a value is the file with this content."""
    return isinstance(value, Download) and value.content == content
