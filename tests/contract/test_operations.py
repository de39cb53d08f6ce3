"""Every operation of openapi.yaml, called with the real client on a mock transport."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from gigstack_api import InvalidArgumentError, models
from gigstack_api.regenerate.names import argument_name
from scripts.spec.examples import FILES, Arguments, put
from scripts.spec.model import Call
from scripts.spec.rules.operations import OWN_ARGUMENTS
from scripts.spec.rules.schemas import misfits

from ..support.values import as_json
from .wire import (
    CALLS,
    IDS,
    SPEC,
    form_of,
    is_file,
    json_of,
    keyword_names,
    part_of,
    path_of,
    plausible,
    query_of,
    send,
    wire,
    without_nulls,
)

pytestmark = pytest.mark.anyio

WITH_IDS = [call for call in CALLS if "ids" in call.facts]
HOSTILE_IDS = (
    "../x",
    "a/b?c",
    "ñ",
    "%2e%2e",
    "%2F",
    "a#b",
    "a;b",
    "a\\b",
    "a b",
    "\r\nX: 1",
    *(NO_IDS := ("", " ", ".", "..")),
)
DRIFTING = ("migration_guide", "older_")
"""Name prefixes of the examples with fields that no other source documents."""

every_call = pytest.mark.parametrize("call", CALLS, ids=IDS)
on_one_loop = pytest.mark.parametrize("anyio_backend", ["asyncio"])
"""What is built and read is the same on each loop; the other tests call each operation on both."""


def answer_examples() -> Iterator[Any]:
    """Call, status, name and value of every documented success answer."""
    for call in CALLS:
        for status, answer in call.successes.items():
            for name, _, value in call.examples(answer):
                yield pytest.param(call, int(status), name, value, id=f"{call.id}-{status}-{name}")


def request_examples() -> Iterator[Any]:
    """Call, name and payload of every documented request."""
    for call in CALLS:
        for name, _, value in call.examples(call.node.get("requestBody", {})):
            yield pytest.param(call, name, value, id=f"{call.id}-{name}")


def body_sent(call: Call, request: httpx.Request, arguments: Arguments) -> Any:
    """The JSON body of a request, without an idempotency key that the SDK added."""
    sent = json_of(request)
    if (
        call.facts.get("idempotency_key") == "body.idempotency_key"
        and "idempotency_key" not in arguments.body
    ):
        assert len(sent.pop("idempotency_key")) == 36
    return sent


def assert_same_value(call: Call, value: object, document: Any) -> None:
    """Fails if a value differs from the document it was read from."""
    facts = call.facts
    if "download" in facts:
        assert is_file(value, b64decode(part_of(document, facts["download"]["fields"][0])))
    elif facts["unwrap"] == "empty":
        assert value is None
    else:
        assert without_nulls(as_json(value)) == without_nulls(part_of(document, facts["unwrap"]))


def filled(call: Call, path: dict[str, str]) -> str:
    """The path of a call with its ids filled in."""
    return call.path.format_map(path)


def operations_matching(method: str, path: str) -> list[str]:
    """The ids of the operations whose path matches this one."""
    segments = path.split("/")
    return [
        call.id
        for call in CALLS
        if call.method == method
        and len(parts := call.path.split("/")) == len(segments)
        and all(
            part.startswith("{") or part == segment
            for part, segment in zip(parts, segments, strict=True)
        )
    ]


def sibling_literals(call: Call, index: int) -> set[str]:
    """The literal segments that paths of the same length have at this place."""
    paths = [other.path.split("/") for other in CALLS]
    length = len(call.path.split("/"))
    return {
        parts[index] for parts in paths if len(parts) == length and not parts[index].startswith("{")
    }


def is_refused(call: Call, index: int, given: str) -> bool:
    """Whether this is no id, or the path with it is that of another operation."""
    segments = call.path.split("/")
    path = "/".join([*segments[:index], given, *segments[index + 1 :]])
    return given in NO_IDS or (
        given in sibling_literals(call, index)
        and operations_matching(call.method, path) != [call.id]
    )


@on_one_loop
@every_call
async def test_a_method_takes_exactly_the_documented_arguments(call: Call) -> None:
    wanted = {*call.sent_query, *call.parameters("header"), *call.body.get("properties", {})}
    async with wire(plausible(call)) as on:
        taken = keyword_names(call, on.gig) - set(OWN_ARGUMENTS)
    assert taken == {argument_name(name) for name in wanted} | (
        {"metadata"} if call.facts.get("metadata_filter") else set[str]()
    )


@every_call
async def test_all_arguments_arrive_where_the_spec_has_them(call: Call) -> None:
    arguments = Arguments.of(call)
    async with wire(plausible(call)) as on:
        await send(call, on.gig, *arguments.path.values(), **arguments.keywords)
    sent = on.request
    assert (sent.method, path_of(sent)) == (call.method, filled(call, arguments.path))
    assert query_of(sent) == arguments.spelled_query
    assert {name: sent.headers[name] for name in arguments.headers} == arguments.headers
    assert ("Authorization" in sent.headers) is not call.facts.get("anonymous", False)
    if call.is_form:
        assert form_of(sent) == arguments.form
    else:
        assert json_of(sent) == arguments.json(call)
        assert misfits(SPEC, call.body, json_of(sent)) == []


@on_one_loop
@every_call
async def test_only_what_was_passed_is_sent(call: Call) -> None:
    arguments = Arguments.least(call)
    async with wire(plausible(call)) as on:
        await send(call, on.gig, *arguments.path.values(), **arguments.keywords)
    assert query_of(on.request) == arguments.spelled_query
    if call.is_form:
        assert form_of(on.request) == arguments.form
    else:
        assert body_sent(call, on.request, arguments) == arguments.json(call)


@on_one_loop
@pytest.mark.parametrize(
    "call", [call for call in CALLS if call.parameters("path")], ids=lambda call: call.id
)
async def test_a_hostile_id_stays_in_its_path_segment(call: Call) -> None:
    arguments = Arguments.least(call)
    for index, part in enumerate(call.path.split("/")):
        for hostile in (
            (*HOSTILE_IDS, *sibling_literals(call, index)) if part.startswith("{") else ()
        ):
            path = {**arguments.path, part[1:-1]: hostile}
            async with wire(plausible(call)) as on:
                if is_refused(call, index, hostile):
                    with pytest.raises(InvalidArgumentError):
                        await send(call, on.gig, *path.values(), **arguments.keywords)
                    assert on.requests == []
                    continue
                await send(call, on.gig, *path.values(), **arguments.keywords)
            segments = path_of(on.request).split("/")
            assert len(segments) == len(call.path.split("/")), hostile
            assert unquote(segments[index]) == hostile
            assert query_of(on.request) == arguments.spelled_query
            assert operations_matching(call.method, path_of(on.request)) == [call.id]


@pytest.mark.parametrize(("call", "status", "name", "document"), list(answer_examples()))
async def test_a_documented_answer_is_read_without_loss(
    call: Call, status: int, name: str, document: Any
) -> None:
    arguments = Arguments.least(call)
    async with wire(httpx.Response(status, json=document)) as on:
        value = await send(call, on.gig, *arguments.path.values(), **arguments.keywords)
    assert_same_value(call, value, document)
    if not name.startswith(DRIFTING):
        assert on.drifts == []


@on_one_loop
@pytest.mark.parametrize(("call", "name", "payload"), list(request_examples()))
async def test_a_documented_request_arrives_unchanged(
    call: Call, name: str, payload: dict[str, Any]
) -> None:
    arguments = Arguments(
        path=Arguments.of(call).path, query={}, headers={}, body=payload, metadata=None
    )
    known = {name: value for name, value in payload.items() if name in call.body["properties"]}
    unknown = {name: value for name, value in payload.items() if name not in known}
    assert not unknown or name.startswith(DRIFTING)
    async with wire(plausible(call)) as on:
        await send(
            call,
            on.gig,
            *arguments.path.values(),
            **known,
            **({"extra": unknown} if unknown else {}),
        )
    assert body_sent(call, on.request, arguments) == payload


@pytest.mark.parametrize("call", WITH_IDS, ids=lambda call: call.id)
async def test_a_resource_is_taken_where_its_id_is(call: Call) -> None:
    arguments = Arguments.of(call)
    resources = [
        getattr(models, name).from_dict({field: arguments.path[parameter]})
        for parameter, fields in call.facts["ids"].items()
        for name, field in fields.items()
    ]
    async with wire(plausible(call)) as by_id, wire(plausible(call)) as by_resource:
        await send(call, by_id.gig, *arguments.path.values(), **arguments.keywords)
        await send(call, by_resource.gig, *resources, **arguments.keywords)
    assert by_resource.request.url == by_id.request.url


@on_one_loop
@every_call
async def test_an_answer_with_every_field_is_read_without_drift(call: Call) -> None:
    arguments, answer = Arguments.least(call), plausible(call)
    assert misfits(SPEC, call.answer, answer.json()) == []
    async with wire(answer) as on:
        value = await send(call, on.gig, *arguments.path.values(), **arguments.keywords)
    assert on.drifts == []
    assert_same_value(call, value, answer.json())


@pytest.mark.parametrize(
    "call", [call for call in CALLS if "download" in call.facts], ids=lambda call: call.id
)
async def test_a_file_is_found_in_every_documented_place(call: Call) -> None:
    arguments, facts = Arguments.least(call), call.facts["download"]
    content = FILES[facts["media_type"]]
    answers = [httpx.Response(200, content=content, headers={"Content-Type": facts["media_type"]})]
    for place in facts["fields"]:
        document: dict[str, Any] = {}
        put(document, place, b64encode(content).decode())
        answers.append(httpx.Response(200, json=document))
    for answer in answers:
        async with wire(answer) as on:
            value = await send(call, on.gig, *arguments.path.values(), **arguments.keywords)
        assert is_file(value, content)
        assert value.media_type == facts["media_type"]
        assert value.file_name == facts["file_name"].format_map(arguments.path)
