"""Drift: what is reported to `on_drift`, and what strict mode raises."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest

from gigstack_api import Drift, Replay, UnreadableReplyError
from gigstack_api._core.operations.contents import ByStatus
from gigstack_api._core.operations.decoders import File, Nothing, Value
from gigstack_api._core.schema.fields import NUMBER, array
from gigstack_api._core.schema.objects import model
from tests.support.scripted_api import Api, answer, options, raw_answer, sender
from tests.support.things import Item, call, list_call, thing_call, thing_route

pytestmark = pytest.mark.anyio
ITEM = call(thing_route(decode=Value(model(Item))))
GROWN = {"id": 5, "use": "S01", "new": {"a": 1}}
NUMBERS = call(thing_route(decode=Value(array(NUMBER))))
DELETE = call(thing_route(Replay.IDEMPOTENT, method="DELETE", decode=Nothing()))
PDF = call(
    thing_route(Replay.SAFE, method="GET", decode=File("a.pdf", "application/pdf", ("data.pdf",)))
)


async def test_drift_is_reported_and_the_value_returned() -> None:
    reported: list[Drift] = []
    response = await sender(Api(answer(GROWN)), on_drift=reported.append).perform(ITEM, options())
    assert response.value == Item.from_dict(GROWN)
    assert reported == [
        Drift("things.do", "data.id", "string", 5),
        Drift("things.do", "data.use", "Use", "S01"),
        Drift("things.do", "data.new", "no such field", {"a": 1}),
    ]


@pytest.mark.parametrize("called", [ITEM, DELETE, PDF], ids=["value", "nothing", "file"])
async def test_names_that_were_ignored_are_drift_of_their_own_kind(called: Any) -> None:
    reported: list[Drift] = []
    headers = {"X-Sandbox-Ignored": "adress, items.colour"}
    reply = answer({"id": "a"})
    if called is PDF:
        reply = raw_answer(b"%PDF-1.4\n%%EOF", "application/pdf")
    reply.headers.update(headers)
    await sender(Api(reply), on_drift=reported.append).perform(called, options())
    known = "a name that a source knows"
    assert [drift for drift in reported if drift.kind == "ignored"] == [
        Drift("things.do", "adress", known, None, "ignored"),
        Drift("things.do", "items.colour", known, None, "ignored"),
    ]
    place = f"'things.do', 'items.colour', expected={known!r}"
    assert repr(reported[-1]) == f"Drift({place}, got=a name that was ignored)"


async def test_drift_is_looked_for_with_the_decoder_of_the_status() -> None:
    reported: list[Drift] = []
    called = call(thing_route(decode=ByStatus(Nothing(), {202: Value(model(Item))})))
    accepted = answer(GROWN)
    accepted.status_code = 202
    await sender(Api(accepted), on_drift=reported.append).perform(called, options())
    assert [drift.path for drift in reported] == ["data.id", "data.use", "data.new"]


async def test_strict_mode_raises_with_every_drift() -> None:
    reported: list[Drift] = []
    with pytest.raises(
        UnreadableReplyError, match=r"3 drift\(s\), the first at data.id: expected string, got 5"
    ) as caught:
        await sender(Api(answer(GROWN)), on_drift=reported.append, strict=True).perform(
            ITEM, options()
        )
    assert list(caught.value.drifts) == reported
    with pytest.raises(UnreadableReplyError):
        await sender(Api(answer(GROWN)), strict=True).perform(ITEM, options())


async def test_strict_mode_accepts_a_documented_answer() -> None:
    assert (
        await sender(Api(answer({"id": "1"})), strict=True).perform(ITEM, options())
    ).value == Item(id="1")


async def test_a_failing_callback_does_not_cost_the_value(caplog: pytest.LogCaptureFixture) -> None:
    def ill(drift: Drift) -> None:
        raise KeyError(drift.got)

    api = Api(answer({"id": 5, "use": "PEGJ800101ABC"}))
    with caplog.at_level(logging.WARNING, "gigstack_api"):
        response = await sender(api, on_drift=ill).perform(ITEM, options())
    assert response.value.id == 5
    assert caplog.messages == [
        "on_drift raised KeyError; the value is returned all the same (things.do)"
    ]


async def test_strict_mode_raises_its_own_error_if_the_callback_fails() -> None:
    def ill(drift: Drift) -> None:
        raise KeyError(drift.path)

    with pytest.raises(UnreadableReplyError, match="1 drift"):
        await sender(Api(answer({"id": 5})), on_drift=ill, strict=True).perform(ITEM, options())


async def test_a_repeated_field_is_reported() -> None:
    reported: list[Drift] = []
    reply = raw_answer(b'{"data": {"id": "1", "id": "2"}}')
    response = await sender(Api(reply), on_drift=reported.append).perform(ITEM, options())
    assert response.value == Item(id="2")
    assert reported == [Drift("things.do", "data.id", "one such field", 2)]


@pytest.mark.parametrize(
    ("envelope", "path"),
    [
        ({"success": "false"}, "success"),
        ({"success": 0}, "success"),
        ({"message": ["Ok"]}, "message"),
        ({"timestamp": {}}, "timestamp"),
    ],
)
@pytest.mark.parametrize("operation", [ITEM, DELETE, thing_call(Replay.ONCE)])
async def test_an_undocumented_envelope_is_reported(
    operation: Any, envelope: dict[str, Any], path: str
) -> None:
    reported: list[Drift] = []
    await sender(Api(answer({"id": "1"}, **envelope)), on_drift=reported.append).perform(
        operation, options()
    )
    assert [drift.path for drift in reported] == [path]


@pytest.mark.parametrize(
    ("envelope", "path"),
    [
        ({"has_more": "true", "next": "b"}, "has_more"),
        ({"has_more": True, "next": 7}, "next"),
        ({"next_cursor": ["b"]}, "next_cursor"),
        ({"total_results": "12"}, "total_results"),
        ({"page": True}, "page"),
        ({"per_page": 1.5}, "per_page"),
    ],
)
async def test_undocumented_paging_is_reported(envelope: dict[str, Any], path: str) -> None:
    reported: list[Drift] = []
    await sender(Api(answer([1], **envelope)), on_drift=reported.append).perform(
        list_call(), options()
    )
    assert [drift.path for drift in reported] == [path]


@pytest.mark.parametrize("text", ["1e400", "-1e400", "NaN", "Infinity"])
async def test_a_number_that_is_not_finite_is_kept_and_reported(text: str) -> None:
    reported: list[Drift] = []
    api = Api(raw_answer(b'{"data": [%s]}' % text.encode()))
    response = await sender(api, on_drift=reported.append).perform(NUMBERS, options())
    assert repr(response.value) in {"[inf]", "[-inf]", "[nan]"}
    assert [(drift.path, drift.expected) for drift in reported] == [("data[0]", "number")]


async def test_an_integer_beyond_all_floats_is_a_number() -> None:
    reported: list[Drift] = []
    api = Api(raw_answer(b'{"data": [' + b"9" * 400 + b"]}"))
    await sender(api, on_drift=reported.append).perform(NUMBERS, options())
    assert reported == []


async def test_a_file_has_no_drift() -> None:
    reported: list[Drift] = []
    response = await sender(
        Api(raw_answer(b"%PDF-1.7", "application/pdf")), on_drift=reported.append, strict=True
    ).perform(PDF, options())
    assert (response.value.content, reported) == (b"%PDF-1.7", [])


async def test_an_empty_answer_has_no_drift() -> None:
    reported: list[Drift] = []
    await sender(Api(httpx.Response(204)), on_drift=reported.append, strict=True).perform(
        DELETE, options()
    )
    assert reported == []


async def test_drift_at_a_lone_surrogate_can_be_printed() -> None:
    with pytest.raises(UnreadableReplyError, match=r"first at data\.\?: expected no such field"):
        await sender(Api(raw_answer(b'{"data": {"\\ud800": 1}}')), strict=True).perform(
            ITEM, options()
        )
