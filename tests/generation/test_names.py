"""Every name that the templates use themselves can be a field, a parameter, a tag, a method."""

from __future__ import annotations

import builtins
import inspect
import json
import re
from keyword import kwlist
from typing import Any, get_type_hints
from urllib.parse import parse_qsl

import pytest

from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.normalising import normalise
from gigstack_api.regenerate.writing.generating import TEMPLATES

from .fake_api import FakeApi
from .small import body, call, json_answer, parameter
from .trial import Trial, generate_trial

pytestmark = pytest.mark.anyio

WORDS = sorted(
    {
        word
        for path in TEMPLATES.iterdir()
        for word in re.findall(r"[A-Za-z]\w*", path.read_text(encoding="utf-8"))
    }
    | {*kwlist, *vars(builtins)}
    | {"1st", "$ref_", "a.b", "X-Total", "_id", "año", "taxId", "tax-id"}
)
"""Every word of the templates and of Python, and some that are no names."""

METHODS = ("list", "property", "type", "self", "build", "operation", "extra", "resume", "request")
TAGS = ("list", "type", "api", "models", "request", "aclose", "Client Ledgers", "operation")


def named(words: list[str]) -> list[str]:
    """The words without those that differ from another one in case or an underscore only."""
    kept: dict[str, str] = {}
    for word in sorted(words, key=str.swapcase):  # those in small letters first
        kept.setdefault(re.sub(r"[\W_]", "", word).lower(), word)
    return sorted(kept.values())


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """The code of a spec that uses all of these names."""
    text: Node = {"type": "string"}
    fields: Node = dict.fromkeys(named(WORDS), text)
    everything = {"type": "object", "properties": fields}
    sent = {"type": "object", "x-role": "body", "properties": fields}
    parameters = [parameter(word, "query", text) for word in named(WORDS)]
    received = json_answer({"$ref": "#/components/schemas/Everything"})
    paths: Node = {
        "/fields": {"post": call("fields", received, requestBody=body(sent))},
        "/parameters": {"get": call("parameters", parameters=parameters)},
    }
    numbers = json_answer({"type": "array", "items": {"type": "integer"}})
    for word in METHODS:
        paths[f"/methods/{word}"] = {"get": call(word, numbers)}
    for number, word in enumerate(TAGS):
        tagged = call("look", tags=[word])
        paths[f"/tags/{number}"] = {"get": {**tagged, "operationId": f"look_{number}"}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Names", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Everything": everything, "Sent": sent}},
    }
    folder = tmp_path_factory.mktemp("names") / "names_api"
    return generate_trial(normalise(document).document, folder)


def names_of(trial: Trial) -> dict[str, str]:
    """The names of the attributes of the model that has all fields, by those of the API."""
    model: Any = trial.model("Everything")
    return dict(zip(model.__struct_encode_fields__, model.__struct_fields__, strict=True))


async def test_every_name_can_be_a_field(trial: Trial, api: FakeApi) -> None:
    model: Any = trial.model("Everything")
    values = {word: f"value of {word}" for word in named(WORDS)}
    api.answers(200, json=values)
    read = await trial.resource("things").ThingsApi(api.gig).fields()
    assert read.to_dict() == model.from_dict(values).to_dict() == values
    assert model.from_json(read.to_json()) == read
    for wire, name in names_of(trial).items():
        if name != "additional_properties":
            assert getattr(read, name) == values[wire]
    assert get_type_hints(model)["from_"] == str | None


async def test_every_name_can_be_a_body_field_and_a_parameter(trial: Trial, api: FakeApi) -> None:
    resource = trial.resource("things").ThingsApi(api.gig)
    values = dict.fromkeys(named(WORDS), "x")
    arguments = list(inspect.signature(trial.operation("things.fields_things").build).parameters)
    *given, extra, extra_query, reserved = arguments
    assert (extra, extra_query, reserved) == ("extra_", "extra_query_", "reserved_")
    await resource.fields(**dict.fromkeys(given, "x"))
    assert json.loads(api.asked.content) == values
    await resource.fields(**dict.fromkeys(("class", "1st", "from"), "x"))
    assert json.loads(api.asked.content) == {"class": "x", "1st": "x", "from": "x"}
    await resource.fields(extra_={"zzz": 1})
    assert json.loads(api.asked.content) == {"zzz": 1}

    arguments = list(
        inspect.signature(trial.operation("things.parameters_things").build).parameters
    )
    assert arguments[-1] == "extra_query_"
    await resource.parameters(**dict.fromkeys(arguments[:-1], "x"))
    assert dict(parse_qsl(api.asked.url.query.decode())) == values


async def test_every_name_can_be_a_method_and_a_tag(trial: Trial, api: FakeApi) -> None:
    resource = trial.resource("things").ThingsApi(api.gig)
    api.answers(200, json=[1])
    for word in METHODS:
        assert await getattr(resource, word)() == [1]
        assert (
            get_type_hints(getattr(trial.resource("things").ThingsApi, word))["return"] == list[int]
        )
    members: dict[str, Any] = vars(trial.module("_generated.api"))
    names: list[str] = sorted(members["Resources"].__dict__)
    assert len([name for name in names if not name.startswith("_")]) == len(TAGS) + 1
