"""The whole client in the cases where the default output of the generator is unsafe."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import anyio
import anyio.abc
import httpx
import pytest

import gigstack_api.operations.clients.get_client
from gigstack_api import (
    APIError,
    DeliveryTimeoutError,
    Download,
    Gigstack,
    GigstackError,
    NotFoundError,
    ServerError,
    UnreadableReplyError,
    operations,
)
from scripts.spec.model import operation_count

from .fake_api import KEY, FakeApi
from .trial import Trial

pytestmark = pytest.mark.anyio

HTML = b"<!doctype html><title>Bad gateway</title>"


def operation_modules() -> Iterator[ModuleType]:
    for found in walk_packages(operations.__path__, f"{operations.__name__}."):
        if not found.ispkg:
            yield import_module(found.name)


@pytest.mark.parametrize("status", [520, 522, 599])
async def test_an_unregistered_5xx_status_is_a_server_error(api: FakeApi, status: int) -> None:
    api.answers(status, content=HTML, media_type="text/html")
    with pytest.raises(ServerError) as caught:
        await api.gig.clients.get("client_1")
    assert (caught.value.status, caught.value.code) == (status, f"http_{status}")


async def test_an_undocumented_500_is_a_server_error(api: FakeApi) -> None:
    api.answers(500)
    with pytest.raises(ServerError):
        await api.gig.clients.get("client_1")


async def test_an_undocumented_418_is_an_api_error(api: FakeApi) -> None:
    api.answers(418)
    with pytest.raises(APIError, match="http_418"):
        await api.gig.clients.get("client_1")


async def test_a_documented_404_raises_not_found(api: FakeApi, trial: Trial) -> None:
    api.answers(404, json={"message": "no such thing", "code": "resource_not_found"})
    with pytest.raises(NotFoundError, match="no such thing"):
        await api.gig.clients.get("client_1")
    with pytest.raises(NotFoundError, match="no such thing"):
        await trial.resource("things").ThingsApi(api.gig).get("thing_1")


@pytest.mark.parametrize(
    "media_type", ["text/html; charset=utf-8", "application/json", "text/plain"]
)
async def test_html_with_status_200_is_an_unreadable_reply(api: FakeApi, media_type: str) -> None:
    api.answers(200, content=HTML, media_type=media_type)
    with pytest.raises(UnreadableReplyError) as caught:
        await api.gig.clients.get("client_1")
    assert (caught.value.status, caught.value.body) == (200, HTML)


@pytest.mark.parametrize(
    "document", [[], "text", 1, {"data": []}, {"data": None}, {"message": "ok"}]
)
async def test_json_of_another_shape_is_an_unreadable_reply(api: FakeApi, document: object) -> None:
    api.answers(200, json=document)
    with pytest.raises(UnreadableReplyError):
        await api.gig.clients.get("client_1")


async def test_every_failure_is_a_gigstack_error(api: FakeApi) -> None:
    for status, media_type in ((404, "application/json"), (520, "text/html"), (200, "text/html")):
        api.answers(status, content=HTML, media_type=media_type)
        with pytest.raises(GigstackError):
            await api.gig.clients.get("client_1")


async def test_a_metadata_filter_is_sent_with_a_dotted_key(api: FakeApi) -> None:
    api.answers(200, json={"data": []})
    await api.gig.clients.list(metadata={"order_id": 42})
    assert dict(api.asked.url.params) == {"metadata.order_id": "42"}


async def test_a_pdf_is_kept_as_a_download(api: FakeApi, trial: Trial) -> None:
    api.answers(200, content=b"%PDF-1.7 \xff\x00", media_type="application/pdf")
    expected = Download(b"%PDF-1.7 \xff\x00", "thing_1.pdf", "application/pdf")
    assert await trial.resource("things").ThingsApi(api.gig).pdf("thing_1") == expected


async def test_a_call_has_a_deadline_by_default(api: FakeApi) -> None:
    await api.gig.clients.get("client_1")
    timeouts: dict[str, float] = api.asked.extensions["timeout"]
    assert timeouts.keys() == {"connect", "pool", "read", "write"}
    assert all(0 < seconds <= 30 for seconds in timeouts.values())


def test_every_operation_has_a_deadline() -> None:
    deadlines = {module.__name__: module.ROUTE.deadline_s for module in operation_modules()}
    assert len(deadlines) > 100
    assert set(deadlines.values()) == {30, 90}


async def test_a_server_that_never_answers_is_a_timeout() -> None:
    async def never(request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    gig = Gigstack(
        KEY, timeout_s=0.01, http_client=httpx.AsyncClient(transport=httpx.MockTransport(never))
    )
    with pytest.raises(DeliveryTimeoutError):
        await gig.clients.get("client_1")


async def test_a_team_view_does_not_change_its_parent(api: FakeApi) -> None:
    await api.gig.clients.get("client_1")
    await api.gig.for_team("team_b").clients.get("client_1")
    await api.gig.clients.get("client_1")
    await api.gig.for_team("team_c").for_team("team_d").clients.get("client_1")
    teams = [request.url.params.get("team") for request in api.requests]
    assert teams == [None, "team_b", None, "team_d"]
    assert len({str(sorted(request.headers.items())) for request in api.requests}) == 1


async def test_no_text_shows_the_key_after_use(
    api: FakeApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await api.gig.clients.get("client_1")
    assert api.asked.headers["Authorization"] == f"Bearer {KEY}"
    api.answers(401, json={"message": "bad key"})
    with pytest.raises(APIError) as caught:
        await api.gig.clients.get("client_1")
    texts = [
        repr(api.gig),
        str(api.gig),
        repr(api.gig.for_team("team_b")),
        repr(api.gig.clients),
        repr(caught.value),
        caplog.text,
    ]
    assert not [text for text in texts if KEY in text]


async def test_two_uploads_have_different_boundaries(api: FakeApi) -> None:
    for _ in range(2):
        await api.gig.clients.upload_csf(file=b"%PDF-1.7 --+++--")
    found = [
        re.fullmatch(r"multipart/form-data; boundary=(\w{16,})", request.headers["Content-Type"])
        for request in api.requests
    ]
    boundaries = {match.group(1) for match in found if match}
    assert len(boundaries) == 2
    assert all(request.content.count(b"%PDF-1.7 --+++--") == 1 for request in api.requests)


@asynccontextmanager
async def served(body: bytes) -> AsyncGenerator[str]:
    """The base URL of a server that answers every request with this body."""
    head = (
        f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )

    async def answer(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            try:
                while True:
                    await stream.receive()
                    await stream.send(head.encode() + body)
            except anyio.EndOfStream:
                return

    async with (
        await anyio.create_tcp_listener(local_host="127.0.0.1") as listener,
        anyio.create_task_group() as tasks,
    ):
        tasks.start_soon(listener.serve, answer)
        yield f"http://127.0.0.1:{listener.extra(anyio.abc.SocketAttribute.local_port)}/v2"
        tasks.cancel_scope.cancel()


async def test_a_closed_client_can_be_entered_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    async with served(b'{"data": {"id": "client_1"}}') as base_url:
        gig = Gigstack(KEY, base_url=base_url)
        for _ in range(2):
            async with gig:
                assert (await gig.clients.get("client_1")).id == "client_1"


async def test_a_passed_http_client_is_not_closed(api: FakeApi) -> None:
    for _ in range(2):
        async with api.gig:
            await api.gig.clients.get("client_1")


def loaded_by(code: str) -> set[str]:
    """The generated modules that a fresh interpreter loads for this code, without packages."""
    show = "import sys; print(*(name for name in sys.modules if name.startswith('gigstack_api.')))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{show}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(operations.__path__[0]).parents[1],
    )
    loaded = {name.removeprefix("gigstack_api.") for name in done.stdout.split()}
    generated = {name for name in loaded if name.startswith(("_generated", "operations"))}
    return {
        name for name in generated if not any(other.startswith(f"{name}.") for other in generated)
    }


CLIENT_MODELS = {
    "_generated.models.client",
    "_generated.models.client_address",
    "_generated.models.client_defaults",
    "_generated.models.client_efos",
    "_generated.models.client_fiscal_validation",
    "_generated.models.client_sat_status",
    "_generated.models.sat_list_hit",
}
"""A client, and the models of its fields."""


@pytest.mark.parametrize(
    ("code", "loaded"),
    [
        ("import gigstack_api", set[str]()),
        ("from gigstack_api import Gigstack", {"_generated.api"}),
        ("import gigstack_api.models", {"_generated.models"}),
        ("from gigstack_api.models import Client", CLIENT_MODELS),
        ("import gigstack_api.operations.clients", {"operations.clients"}),
        (
            "from gigstack_api.operations.clients import get_client",
            {"operations.clients.get_client", *CLIENT_MODELS},
        ),
        (
            "from gigstack_api.operations.clients import list_clients",
            {
                "operations.clients.list_clients",
                "_generated.models.sort_direction",
                *CLIENT_MODELS,
            },
        ),
    ],
)
def test_an_import_loads_only_the_models_it_needs(code: str, loaded: set[str]) -> None:
    assert loaded_by(code) == loaded


def test_every_operation_and_every_model_can_be_imported() -> None:
    models: Any = import_module("gigstack_api.models")
    classes = set(models.__all__) - {"flatten"}
    assert all(isinstance(getattr(models, name), type) for name in classes)
    names = [module.ROUTE.name for module in operation_modules()]
    assert len(set(names)) == len(names) == operation_count()


async def test_every_import_of_an_operation_gives_the_same_module(api: FakeApi) -> None:
    from gigstack_api.operations.clients import get_client
    from gigstack_api.operations.clients.get_client import ROUTE, build

    path = "gigstack_api.operations.clients.get_client"
    assert get_client is import_module(path) is gigstack_api.operations.clients.get_client
    assert build is get_client.build
    assert get_client.build("client_1").route is ROUTE
    assert sorted(name for name in sys.modules if name.endswith(".get_client")) == [path]

    api.answers(200, json={"data": {"id": "client_1"}})
    response = await api.gig.request(get_client.build("client_1"))
    assert (response.status, response.value.id) == (200, "client_1")
