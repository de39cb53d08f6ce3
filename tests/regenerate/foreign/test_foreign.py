"""Each operation of each foreign spec is sent as its spec says."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import Any, cast

import pytest

from gigstack_api import Download
from gigstack_api._core.operations.page import Page
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import is_list, is_object

from .expected import Expected, expected_calls
from .packages import KEY, NAMES, SPECS, Foreign, Recorder, body_of, call, spec

OPERATIONS = [(name, expected) for name in NAMES for expected in expected_calls(spec(name))]
BASIC = b64encode(KEY.encode()).decode()
IDS = [f"{name}-{expected.method}-{expected.path}" for name, expected in OPERATIONS]


@pytest.mark.parametrize("name", NAMES)
def test_every_module_can_be_imported(name: str, foreign: Callable[[str], Foreign]) -> None:
    assert len(list(foreign(name).modules())) > 8


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
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
    assert received(value) == (listed(expected) if isinstance(value, Page) else expected.answer)


def received(value: object) -> object:
    """A value in the form that the answer had, as far as it is one of it."""
    if isinstance(value, Page):
        return [received(item) for item in cast(Page[object], value)]
    if is_list(value):
        return [received(item) for item in value]
    if is_object(value):
        return {name: received(item) for name, item in value.items()}
    if isinstance(value, Download):
        return value.content
    return value.to_dict() if isinstance(value, Model) else value


def listed(expected: Expected) -> object:
    """The list of an answer, in its envelope or alone."""
    answer: Any = expected.answer
    if is_list(answer):
        return answer
    [found] = [value for value in answer.values() if is_list(value)]
    return found


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_key_is_sent_as_the_security_of_the_spec_says(
    foreign: Callable[[str], Foreign],
) -> None:
    bearer, basic = {"Authorization": f"Bearer {KEY}"}, {"Authorization": f"Basic {BASIC}"}
    assert {name: await sent_key(foreign(name), name) for name in NAMES} == {
        "baseline": bearer,
        "billing_forms": basic,
        "cluster": {"Authorization": KEY},
        "code_hosting": bearer,
        "export": bearer,
        "petstore": bearer,
        "petstore_expanded": {"X-API-Key": KEY},
        "telephony": basic,
    }


async def sent_key(package: Foreign, name: str) -> dict[str, str]:
    """The headers that hold the key in the first call of a spec."""
    expected = next(expected_calls(spec(name)))
    recorder = Recorder(expected)
    async with recorder.client(package) as client:
        await call(client, package.operation(expected).ROUTE.name, expected)
    headers = recorder.requests[0].headers
    return {name: headers[name] for name in ("Authorization", "X-API-Key") if name in headers}


@pytest.mark.parametrize("name", NAMES)
def test_the_specs_are_small(name: str) -> None:
    text = (SPECS / f"{name}.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    assert spec(name)["info"]["title"]
