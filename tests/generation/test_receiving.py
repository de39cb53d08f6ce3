"""What answers of other APIs become: texts, bytes, files, unions, maps, answers by status."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_type_hints

import httpx
import pytest

from gigstack_api import Download, Gigstack, InvalidArgumentError, RetryPolicy

from .fake_api import KEY, FakeApi
from .small import OK, body, call, json_answer, small
from .trial import Trial

pytestmark = pytest.mark.anyio

STRING = {"type": "string"}
INTEGER = {"type": "integer"}
CAT = {
    "type": "object",
    "required": ["kind", "lives"],
    "properties": {"kind": {"type": "string", "enum": ["cat"]}, "lives": INTEGER, "name": STRING},
}
DOG = {
    "type": "object",
    "required": ["kind", "tricks"],
    "properties": {"kind": STRING, "tricks": {"type": "array", "items": STRING}, "name": STRING},
}
FISH = {"type": "object", "required": ["depth"], "properties": {"depth": INTEGER}}
PET = {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("Cat", "Dog", "Fish")]}
TOLD = {
    "anyOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
    "discriminator": {
        "propertyName": "kind",
        "mapping": {
            "cat": "#/components/schemas/Cat",
            "puppy": "#/components/schemas/Dog",
            "Hound": "#/components/schemas/Dog",
        },
    },
}
ANIMALS: Any = {"Cat": CAT, "Dog": DOG, "Fish": FISH, "Pet": PET, "Told": TOLD}


def things(trial: Trial, api: FakeApi) -> Any:
    return trial.resource("things").ThingsApi(api.gig)


def strict(api: FakeApi) -> Gigstack:
    """A client that raises for any drift."""

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(
            api.answer.status_code, headers=api.answer.headers, content=api.answer.content
        )

    return Gigstack(
        KEY,
        base_url="https://api.test/v2",
        retries=RetryPolicy.none(),
        http_client=httpx.AsyncClient(transport=httpx.MockTransport(answer)),
        strict=True,
    )


def answer_of(media_type: str) -> Any:
    return {"200": {"description": "-", "content": {media_type: {"schema": STRING}}}}


@pytest.mark.parametrize(
    ("media_type", "content", "value"),
    [
        ("text/csv", "a,b\nñ,2".encode(), "a,b\nñ,2"),
        ("text/plain; charset=utf-8", b"12", "12"),
        ("text/plain", b'{"a": 1}', '{"a": 1}'),
        ("image/png", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n"),
        ("application/octet-stream", b'{"a": 1}', b'{"a": 1}'),
        ("application/vnd.ms-excel", b"\xd0\xcf", b"\xd0\xcf"),
    ],
)
async def test_an_answer_of_any_media_type_is_read(
    media_type: str, content: bytes, value: object, tmp_path: Path, api: FakeApi
) -> None:
    trial = small({"/things": {"get": call("get", answer_of(media_type))}}, tmp_path)
    api.answers(200, content=content, media_type=media_type)
    assert await things(trial, api).get() == value
    assert await trial.resource("things").ThingsApi(strict(api)).get() == value
    assert api.asked.headers["Accept"] == media_type
    hints = get_type_hints(trial.resource("things").ThingsApi.get)
    assert hints["return"] is type(value)


async def test_a_file_alone_is_a_download(tmp_path: Path, api: FakeApi) -> None:
    download: Any = {"media_type": "image/png", "file_name": "qr.png", "fields": []}
    operation = call("get", answer_of("image/png"), facts={"download": download})
    trial = small({"/things": {"get": operation}}, tmp_path)
    api.answers(200, content=b"\x89PNG\r\n\x1a\n", media_type="image/png")
    found = await things(trial, api).get()
    assert isinstance(found, Download)
    assert (found.file_name, found.media_type) == ("qr.png", "image/png")
    assert api.asked.headers["Accept"] == "image/png"


async def test_an_answer_without_a_body_is_none(tmp_path: Path, api: FakeApi) -> None:
    trial = small({"/things": {"delete": call("drop", {"204": OK["200"]})}}, tmp_path)
    operation = call("drop", {"204": {"description": "Gone."}}, facts={"unwrap": "empty"})
    trial = small({"/things": {"delete": operation}}, tmp_path)
    api.answers(204)
    assert await things(trial, api).drop() is None


@pytest.mark.parametrize(
    ("schema", "sent", "name"),
    [
        ("Pet", {"kind": "cat", "lives": 9}, "Cat"),
        ("Pet", {"kind": "x", "tricks": []}, "Dog"),
        ("Pet", {"kind": "cat", "lives": 9, "tricks": []}, "Cat"),
        ("Pet", {"depth": 3}, "Fish"),
        ("Pet", {"wings": 2}, "dict"),
        ("Told", {"kind": "cat"}, "Cat"),
        ("Told", {"kind": "puppy"}, "Dog"),
        ("Told", {"kind": "Hound"}, "Dog"),
        ("Told", {"kind": "Dog", "lives": 9}, "Dog"),
        ("Told", {"kind": "bird"}, "dict"),
        ("Told", {"kind": 5}, "dict"),
        ("Told", {"kind": None, "tricks": []}, "Dog"),
    ],
)
async def test_a_union_is_read_as_the_model_that_fits(
    schema: str, sent: Any, name: str, tmp_path: Path, api: FakeApi
) -> None:
    answer = json_answer({"$ref": f"#/components/schemas/{schema}"})
    owner = {
        "type": "object",
        "properties": {"pets": {"type": "array", "items": answer_schema(answer)}},
    }
    paths = {
        "/things": {"get": call("get", answer)},
        "/owner": {"get": call("owner", json_answer({"$ref": "#/components/schemas/Owner"}))},
    }
    trial = small(paths, tmp_path, Owner=owner, **ANIMALS)
    resource = things(trial, api)
    api.answers(200, json=sent)
    found = await resource.get()
    assert type(found).__name__ == name
    assert dict(found) == sent if name == "dict" else found.to_dict().items() <= sent.items()
    api.answers(200, json={"pets": [sent]})
    owned = await resource.owner()
    assert [type(pet).__name__ for pet in owned.pets] == [name]
    returned = get_type_hints(trial.resource("things").ThingsApi.get)["return"]
    assert {cls.__name__ for cls in returned.__args__} <= {"Cat", "Dog", "Fish"}


def answer_schema(answer: Any) -> Any:
    return answer["200"]["content"]["application/json"]["schema"]


async def test_the_drift_of_a_union_is_that_of_its_model(tmp_path: Path, api: FakeApi) -> None:
    answer = json_answer({"$ref": "#/components/schemas/Pet"})
    trial = small({"/things": {"get": call("get", answer)}}, tmp_path, **ANIMALS)
    found: list[Any] = []
    gig = Gigstack(
        KEY,
        base_url="https://api.test/v2",
        http_client=httpx.AsyncClient(transport=httpx.MockTransport(lambda _: api.answer)),
        on_drift=found.append,
    )
    resource = trial.resource("things").ThingsApi(gig)
    api.answer = httpx.Response(200, json={"depth": "deep"})
    await resource.get()
    api.answer = httpx.Response(200, json={"wings": 2})
    await resource.get()
    api.answer = httpx.Response(200, json={"depth": 5})
    await resource.get()
    assert [(drift.path, drift.expected) for drift in found] == [
        ("depth", "integer"),
        ("", "Cat or Dog or Fish"),
    ]


async def test_a_union_is_sent_as_a_model_or_a_mapping(tmp_path: Path, api: FakeApi) -> None:
    fields = {
        "type": "object",
        "x-role": "body",
        "properties": {
            "pet": {"$ref": "#/components/schemas/Pet"},
            "told": {"$ref": "#/components/schemas/Told"},
        },
    }
    trial = small(
        {"/things": {"post": call("send", requestBody=body(fields))}}, tmp_path, **ANIMALS
    )
    resource = things(trial, api)
    cat: Any = trial.model("Cat")
    await resource.send(pet=cat(kind="cat", lives=9), told={"kind": "puppy", "tricks": ["sit"]})
    assert api.asked.content == (
        b'{"pet":{"kind":"cat","lives":9},"told":{"kind":"puppy","tricks":["sit"]}}'
    )
    await resource.send(told={"kind": "bird", "wings": 2})
    assert api.asked.content == b'{"told":{"kind":"bird","wings":2}}'
    with pytest.raises(InvalidArgumentError, match=r"pet\.lives: must be a whole number"):
        await resource.send(pet={"kind": "cat", "lives": "nine"})
    with pytest.raises(InvalidArgumentError, match="pet: must be a mapping or one of the models"):
        await resource.send(pet=7)


async def test_another_success_answer_is_read_by_its_status(tmp_path: Path, api: FakeApi) -> None:
    answers = {
        **json_answer({"$ref": "#/components/schemas/Fish"}),
        **json_answer({"$ref": "#/components/schemas/Job"}, "202"),
        "204": {"description": "Nothing."},
    }
    job = {"type": "object", "properties": {"job": STRING}}
    trial = small({"/things": {"get": call("get", answers)}}, tmp_path, Fish=FISH, Job=job)
    resource = trial.resource("things").ThingsApi(strict(api))
    api.answers(200, json={"depth": 3})
    assert (await resource.get()).depth == 3
    api.answers(202, json={"job": "j1"})
    assert (await resource.get()).job == "j1"
    api.answers(204)
    assert await resource.get() is None
    hints = get_type_hints(trial.resource("things").ThingsApi.get)
    assert {cls.__name__ for cls in hints["return"].__args__} == {
        "Fish", "Job", "NoneType",
    }  # fmt: skip


async def test_a_map_has_values_of_its_type(tmp_path: Path, api: FakeApi) -> None:
    thing = {
        "type": "object",
        "properties": {
            "counts": {"$ref": "#/components/schemas/Counts"},
            "pool": {
                "type": "object",
                "additionalProperties": {"$ref": "#/components/schemas/Fish"},
            },
            "free": {"type": "object"},
            "any": {"type": "object", "additionalProperties": True},
        },
    }
    counts = {"type": "object", "additionalProperties": INTEGER}
    answer = json_answer({"$ref": "#/components/schemas/Thing"})
    fields = {**thing, "x-role": "body"}
    trial = small(
        {"/things": {"get": call("get", answer), "post": call("send", requestBody=body(fields))}},
        tmp_path,
        Thing=thing,
        Counts=counts,
        Fish=FISH,
    )
    sent = {"counts": {"a": 1}, "pool": {"b": {"depth": 2}}, "free": {"x": [1]}, "any": {"y": 2}}
    api.answers(200, json=sent)
    resource = trial.resource("things").ThingsApi(strict(api))
    for client in (resource, things(trial, api)):
        found = await client.get()
        assert (found.counts, found.free, found.any) == ({"a": 1}, {"x": [1]}, {"y": 2})
        assert found.pool["b"].depth == 2
        assert found.to_dict() == sent
    await things(trial, api).send(**sent)
    await things(trial, api).send(pool={"b": trial.model("Fish")(depth=2)})
    assert api.asked.content == b'{"pool":{"b":{"depth":2}}}'
    with pytest.raises(InvalidArgumentError, match=r"counts\.a: must be a whole number"):
        await things(trial, api).send(counts={"a": "one"})
    hints = get_type_hints(trial.model("Thing"))
    assert str(hints["counts"]) == "dict[str, int] | None"
    assert str(hints["free"]) == "dict[str, typing.Any] | None"


async def test_an_enum_of_integers_is_read_and_sent(tmp_path: Path, api: FakeApi) -> None:
    thing = {"type": "object", "properties": {"level": {"$ref": "#/components/schemas/Level"}}}
    answer = json_answer({"$ref": "#/components/schemas/Thing"})
    fields = {**thing, "x-role": "body"}
    trial = small(
        {"/things": {"get": call("get", answer), "post": call("send", requestBody=body(fields))}},
        tmp_path,
        Thing=thing,
        Level={"type": "integer", "enum": [1, 2]},
    )
    level: Any = trial.model("Level")
    api.answers(200, json={"level": 2})
    assert (await things(trial, api).get()).level == level.VALUE_2
    api.answers(200, json={"level": 7})
    assert (await things(trial, api).get()).level == 7
    await things(trial, api).send(level=level.VALUE_1)
    assert api.asked.content == b'{"level":1}'
