"""Each operation of each foreign spec is sent as its spec says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from gigstack_api import Download
from gigstack_api._core.operations.page import Page
from gigstack_api._core.schema.models import Model

from .expected import Expected, expected_calls
from .packages import KEY, NAMES, SPECS, Foreign, Recorder, body_of, call, spec

OPERATIONS = [(name, expected) for name in NAMES for expected in expected_calls(spec(name))]
IDS = [f"{name}-{expected.method}-{expected.path}" for name, expected in OPERATIONS]


@pytest.mark.parametrize("name", NAMES)
def test_every_module_can_be_imported(name: str, foreign: Callable[[str], Foreign]) -> None:
    assert len(list(foreign(name).modules())) > 8


@pytest.mark.anyio
@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
@pytest.mark.parametrize(("name", "expected"), OPERATIONS, ids=IDS)
async def test_an_operation_is_sent_as_the_spec_says(
    name: str, expected: Expected, foreign: Callable[[str], Foreign]
) -> None:
    package, recorder = foreign(name), Recorder(expected)
    async with recorder.client(package) as client:
        value = await call(client, package.operation(expected).ROUTE.name, expected)
    [request] = recorder.requests
    assert request.method == expected.method
    assert request.url.raw_path.decode().partition("?")[0] == f"/base{expected.sent_path}"
    assert sorted(request.url.params.multi_items()) == expected.query
    sent = {name: request.headers.get(name) for name in expected.headers}
    assert sent == expected.headers
    cookies = {f"{name}={value}" for name, value in expected.cookies.items()}
    assert cookies <= set(request.headers.get("Cookie", "").split("; "))
    if expected.media_type is not None:
        assert request.headers["Content-Type"].partition(";")[0] == expected.media_type
        assert body_of(request, expected) == expected.body
    assert received(value) == wanted_of(expected)


def received(value: object) -> object:
    """A value in the form that the answer had, as far as it is one of it."""
    if isinstance(value, Page):
        return [received(item) for item in value]
    if isinstance(value, list):
        return [received(item) for item in value]
    if isinstance(value, dict):
        return {name: received(item) for name, item in value.items()}
    if isinstance(value, Download):
        return value.content
    return value.to_dict() if isinstance(value, Model) else value


def wanted_of(expected: Expected) -> object:
    """The value that an answer stands for: what an envelope holds, if it is a list of models."""
    answer: Any = expected.answer
    if isinstance(answer, dict):
        lists = {"data", "messages", "items"} & answer.keys()
        if len(lists) == 1 and isinstance(found := answer[lists.pop()], list):
            return found
    return answer


def test_all_packages_are_strictly_typed(
    foreign: Callable[[str], Foreign], foreign_folder: Path, tmp_path: Path
) -> None:
    for name in NAMES:
        foreign(name)
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "."]
    environment = {**os.environ, "MYPYPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(
        command, cwd=foreign_folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_a_key_is_sent_as_the_security_of_the_spec_says(
    foreign: Callable[[str], Foreign],
) -> None:
    names = {name: foreign(name).client_class._auth for name in NAMES}
    found = {name: (auth.place, auth.name, auth.prefix) for name, auth in names.items()}
    bearer = ("header", "Authorization", "Bearer ")
    basic = ("header", "Authorization", "Basic ")
    assert KEY.count(":") == 1
    assert found == {
        "baseline": bearer,
        "billing_forms": basic,
        "cluster": ("header", "authorization", ""),
        "code_hosting": bearer,
        "export": bearer,
        "petstore": bearer,
        "petstore_expanded": ("header", "X-API-Key", ""),
        "telephony": basic,
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_specs_are_small(name: str) -> None:
    text = (SPECS / f"{name}.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    assert yaml.safe_load(text)["info"]["title"]
