"""Calls while a tool has stopped time: they work, or say what to do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import freezegun
import httpx
import pytest
import time_machine
import trio

from gigstack_api import ConfigurationError, Gigstack
from gigstack_api.sandbox import Sandbox

from ..support.threaded_host import Host, answer, host, own

DAY = "2026-01-01"
BY_DEFAULT = ["gi"]
"""What freezegun leaves alone by default. The pytest plugin of this package changes that."""

Run = Callable[[Callable[[], Awaitable[Any]]], Any]


def on_asyncio(main: Callable[[], Any]) -> Any:
    return asyncio.run(main())


def on_uvloop(main: Callable[[], Any]) -> Any:
    return pytest.importorskip("uvloop").run(main())


def respond(number: int, head: bytes) -> Sequence[bytes]:
    return [answer(b"%PDF-1.7") if b"/file " in head else own(head)]


@pytest.fixture
def peer() -> Any:
    with host(respond) as found:
        yield found


def call(peer: Host, **options: Any) -> Callable[[], Awaitable[str]]:
    async def main() -> str:
        async with Gigstack("k", base_url=peer.url, **options) as gig:
            return str((await gig.clients.get("c1")).id)

    return main


@pytest.mark.parametrize("run", [on_asyncio, on_uvloop, trio.run])
@pytest.mark.parametrize("ticks", [False, True])
def test_a_call_works_under_freezegun_with_the_pytest_plugin(
    peer: Host, run: Run, ticks: bool
) -> None:
    with freezegun.freeze_time(DAY, tick=ticks):
        assert run(call(peer)) == "c1"


@pytest.mark.parametrize("run", [on_asyncio, on_uvloop, trio.run])
@pytest.mark.parametrize("ticks", [False, True])
def test_a_call_works_under_time_machine(peer: Host, run: Run, ticks: bool) -> None:
    with time_machine.travel(DAY, tick=ticks):
        assert run(call(peer)) == "c1"


@pytest.mark.parametrize("run", [on_uvloop, trio.run])
def test_a_loop_with_a_clock_of_its_own_works_under_freezegun(peer: Host, run: Run) -> None:
    with freezegun.freeze_time(DAY, ignore=BY_DEFAULT):
        assert run(call(peer)) == "c1"


def test_asyncio_works_under_freezegun_if_its_clock_is_real(peer: Host) -> None:
    with freezegun.freeze_time(DAY, ignore=BY_DEFAULT, real_asyncio=True):
        assert on_asyncio(call(peer)) == "c1"


@pytest.mark.parametrize("kind", ["call", "file", "http_client"])
@pytest.mark.parametrize("ticks", [False, True])
def test_a_stopped_asyncio_loop_is_told_in_words(
    peer: Host, kind: str, ticks: bool, tmp_path: Path
) -> None:
    async def fetch() -> None:
        async with Gigstack("k", base_url=peer.url) as gig:
            await gig.download_to(f"{peer.url}/file", tmp_path / "f.pdf")

    async def send() -> None:
        async with httpx.AsyncClient() as given:
            await call(peer, http_client=given)()

    main = {"call": call(peer), "file": fetch, "http_client": send}[kind]
    with (
        freezegun.freeze_time(DAY, ignore=BY_DEFAULT, tick=ticks),
        pytest.raises(ConfigurationError, match=r"freeze_time\(\.\.\., real_asyncio=True\)"),
    ):
        on_asyncio(main)
    assert peer.heads == []


def test_a_sandbox_in_this_process_needs_no_clock() -> None:
    async def main() -> None:
        gig = Sandbox().client()
        made = await gig.clients.create(name="Juan")
        assert (await gig.clients.get(str(made.id))).name == "Juan"

    with freezegun.freeze_time(DAY, ignore=BY_DEFAULT):
        on_asyncio(main)
