"""The operation that `build` makes from its arguments, and the values of resource methods."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from inspect import signature
from keyword import kwlist
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import InvalidArgumentError, Operation, Replay
from gigstack_api._core.files.upload import Accepts
from gigstack_api._core.operations.page import Paging
from gigstack_api._core.operations.route import KeyPlace

from .fake_api import FakeApi
from .trial import Trial, generate_trial

Build = Callable[..., Operation[Any]]


def builder(trial: Trial, name: str) -> Build:
    build: Build = trial.operation(f"things.{name}").build
    return build


def test_defaults_of_the_spec_are_not_sent(trial: Trial) -> None:
    assert builder(trial, "list_things")().query == ()
    assert builder(trial, "create_thing")(amount=1).body == {"amount": 1}


def test_none_is_sent_in_a_body_and_left_out_of_a_query(trial: Trial) -> None:
    assert builder(trial, "create_thing")(amount=1, note=None).body == {"amount": 1, "note": None}
    assert builder(trial, "list_things")(limit=None).query == ()


def test_metadata_filters_keep_their_prefix(trial: Trial) -> None:
    query = builder(trial, "list_things")(metadata={"order_id": 42, "a": {"b": True}}).query
    assert query == (("metadata.order_id", "42"), ("metadata.a.b", "true"))


def test_of_two_parameter_spellings_only_one_is_an_argument(trial: Trial) -> None:
    assert list(signature(builder(trial, "list_things")).parameters) == [
        "limit", "sort", "from_", "team", "metadata", "extra_query",
    ]  # fmt: skip


def test_a_decimal_amount_is_sent_as_a_json_number(trial: Trial) -> None:
    body = builder(trial, "create_thing")(amount=Decimal("0.1") + Decimal("0.2")).body
    assert body == {"amount": Decimal("0.3")}


def test_a_decimal_that_json_cannot_keep_is_refused(trial: Trial) -> None:
    with pytest.raises(InvalidArgumentError, match="amount"):
        builder(trial, "create_thing")(amount=Decimal("0.1234567890123456789"))


@pytest.mark.parametrize("limit", [0, 101])
def test_a_query_value_out_of_range_is_refused(trial: Trial, limit: int) -> None:
    with pytest.raises(InvalidArgumentError, match="limit"):
        builder(trial, "list_things")(limit=limit)


def test_a_body_value_out_of_range_is_refused(trial: Trial) -> None:
    with pytest.raises(InvalidArgumentError, match="amount"):
        builder(trial, "create_thing")(amount=-1)


def test_a_datetime_is_sent_in_the_unit_of_the_field(trial: Trial) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    seconds = int(moment.timestamp())
    assert builder(trial, "list_things")(from_=moment).query == (("from", str(seconds)),)
    body = builder(trial, "create_thing")(amount=1, due_at=moment, owner={"since": moment}).body
    assert body == {"amount": 1, "due_at": seconds * 1000, "owner": {"since": seconds * 1000}}


def test_a_body_field_named_with_a_keyword_works_in_a_payload(trial: Trial) -> None:
    payload: dict[str, Any] = {"amount": 1, "global": {"name": "Ana"}}
    assert builder(trial, "create_thing")(**payload).body == payload
    assert builder(trial, "create_thing")(amount=1, global_={"name": "Ana"}).body == payload


@pytest.mark.anyio
async def test_a_resource_method_takes_a_payload_with_a_keyword(trial: Trial, api: FakeApi) -> None:
    payload: dict[str, Any] = {"amount": 1, "global": {"name": "Ana"}}
    await trial.resource("things").ThingsApi(api.gig).create(**payload)
    assert json.loads(api.asked.content).items() >= payload.items()


@pytest.mark.parametrize("name", ["create_thing", "update_thing"])
def test_a_misspelled_argument_is_refused(trial: Trial, name: str) -> None:
    arguments = {"create_thing": {"amount": 1}, "update_thing": {}}[name]
    with pytest.raises(TypeError, match="colour"):
        builder(trial, name)(*["thing_1"][: name == "update_thing"], **arguments, colour="red")


def test_undocumented_fields_go_through_extra(trial: Trial) -> None:
    operation = builder(trial, "create_thing")(
        amount=1, extra={"colour": "red"}, extra_query={"debug": True}
    )
    assert operation.body == {"amount": 1, "colour": "red"}
    assert operation.query == (("debug", "true"),)


def test_a_path_argument_gives_way_to_a_body_field_of_its_name(trial: Trial) -> None:
    operation = builder(trial, "update_thing")("thing_1", id="thing_2")
    assert (operation.path, operation.body) == ("/things/thing_1", {"id": "thing_2"})


def test_the_name_of_a_sibling_route_is_refused_as_an_id(trial: Trial) -> None:
    with pytest.raises(InvalidArgumentError, match="latest"):
        builder(trial, "get_thing")("latest")


def test_a_header_parameter_is_sent_as_a_header(trial: Trial) -> None:
    assert builder(trial, "create_thing")(amount=1, x_request_id="abc").headers == {
        "X-Request-Id": "abc"
    }


def test_files_and_fields_of_a_form_are_kept_apart(trial: Trial) -> None:
    operation = builder(trial, "scan_thing")("thing_1", file=b"%PDF-", page=2)
    assert operation.route.multipart
    assert operation.route.files == {"file": Accepts(max_bytes=9, media_types=("application/pdf",))}
    assert (operation.files, operation.body) == ({"file": b"%PDF-"}, {"page": 2})


def test_a_route_holds_the_facts_of_the_spec(trial: Trial) -> None:
    routes = {
        name: trial.operation(f"things.{name}").ROUTE
        for name in ("list_things", "create_thing", "get_latest_thing")
    }
    assert (routes["list_things"].name, routes["list_things"].paging) == (
        "things.list",
        Paging.NEXT,
    )
    assert (routes["create_thing"].replay, routes["create_thing"].key) == (
        Replay.ONCE,
        KeyPlace.BODY,
    )
    assert (routes["create_thing"].deadline_s, routes["list_things"].deadline_s) == (90, 30)
    assert [route.takes_team for route in routes.values()] == [True, True, False]
    assert [route.refuses_team for route in routes.values()] == [False, True, False]
    assert [route.authenticated for route in routes.values()] == [True, True, False]
    assert [route.body_required for route in routes.values()] == [False, True, False]


@pytest.mark.anyio
async def test_values_are_taken_out_of_their_envelopes(trial: Trial, api: FakeApi) -> None:
    things = trial.resource("things").ThingsApi(api.gig)
    api.answers(200, json={"message": "ok", "data": {"id": "thing_1"}})
    assert (await things.get("thing_1")).id == "thing_1"
    assert await things.update("thing_1", name="new") is None
    api.answers(200, json={"id": "thing_2"})
    assert (await things.latest()).id == "thing_2"
    api.answers(200, json={"data": {"found": [{"id": "thing_3"}, {"id": "thing_4"}]}, "next": None})
    assert [thing.id async for thing in things.list()] == ["thing_3", "thing_4"]


def test_every_python_keyword_can_be_a_field(tmp_path: Path) -> None:
    properties = {word: {"type": "string"} for word in kwlist}
    parameters = [{"name": word, "in": "query", "schema": {"type": "string"}} for word in kwlist]
    answer = {
        "description": "-",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Words"}}},
    }
    call = {
        "tags": ["words"],
        "operationId": "get_words",
        "x-gigstack": {"method": "get", "replay": "safe", "deadline_s": 30, "unwrap": "none"},
        "summary": "-",
        "parameters": parameters,
        "responses": {"200": answer},
    }
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Words", "version": "1"},
        "paths": {"/words": {"get": call}},
        "components": {"schemas": {"Words": {"type": "object", "properties": properties}}},
    }
    trial = generate_trial(spec, tmp_path / "words_api")
    words: Any = trial.model("Words")
    values = dict.fromkeys(kwlist, "x")
    assert words.from_dict(values).to_dict() == values
    operation = trial.operation("words.get_words").build(**{f"{word}_": "x" for word in kwlist})
    assert dict(operation.query) == values
