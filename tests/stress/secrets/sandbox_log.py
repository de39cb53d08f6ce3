"""Calls every operation of a sandbox process under faults, and searches its debug log."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import anyio
from attrs import define, field

from gigstack_api import Gigstack, GigstackError, RetryPolicy
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.views import attributes_of
from scripts.sandbox_process import ROOT
from scripts.spec.model import Call

from ..harness.canaries import NAMED, PERSONAL, SECRET, Canaries, CanarySearch
from ..harness.fault_plans import FaultInjector, inject_faults

FAULTS = (
    "",
    "",
    "",
    "status=500",
    "status=429 retry_after_s=0",
    "cut_before",
    "cut_after",
    "cut_body",
    "html",
    "drift",
)


@define
class SandboxRun:
    """The calls: their number, their errors with where each occurred, the lines of the log, and the
    number of secrets in replies.
    """

    calls: int = 0
    lines: int = 0
    secrets: int = 0
    errors: list[tuple[GigstackError, str]] = field(factory=list[tuple[GigstackError, str]])


@contextmanager
def _sandbox_logging_to(log: Path) -> Generator[tuple[str, str]]:
    """Base URL and key of a sandbox process that writes all its output to a file."""
    command = [
        *(sys.executable, "-m", "gigstack_api.sandbox"),
        *("--port", "0"),
        *("--seed", "demo"),
        *("--log-level", "debug"),
    ]
    with (
        log.open("wb") as file,
        subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=file, text=True
        ) as process,
    ):
        try:
            assert process.stdout is not None
            lines = (process.stdout.readline().strip() for _ in range(3))
            settings = dict(line.removeprefix("export ").partition("=")[::2] for line in lines)
            yield settings["GIGSTACK_API_BASE_URL"], settings["GIGSTACK_API_KEY"]
        finally:
            process.terminate()
            rest = process.stdout.read() if process.stdout else ""
            process.wait(20)
    with log.open("a", encoding="utf-8") as end:
        end.write(rest)


def run_sandbox_calls(every: list[Call], random: Random, search: CanarySearch) -> SandboxRun:
    """Calls every operation of a sandbox and searches its log."""
    run, canaries = SandboxRun(), Canaries(random)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with _sandbox_logging_to(log) as (base_url, key):
            search.add(key)
            anyio.run(_make_calls, every, base_url, key, canaries, search, run)
        lines = log.read_text("utf-8", "replace").splitlines()
    run.lines = len(lines)
    for line in lines:
        search.scan(line, "the log of the sandbox", forbidden=(SECRET, PERSONAL, NAMED))
    return run


async def _make_calls(
    every: list[Call],
    base_url: str,
    key: str,
    canaries: Canaries,
    search: CanarySearch,
    run: SandboxRun,
) -> None:
    injector = FaultInjector()
    async with injector.http_client(max_connections=4) as http_client:
        gig = Gigstack(
            key,
            base_url=base_url,
            retries=RetryPolicy(base_s=0, settle_s=0, max_attempts=3),
            http_client=http_client,
        )
        await _learn_secrets(gig, canaries, search, run)
        for call in every:
            for _ in range(3):
                with inject_faults(canaries.random.choices(FAULTS, k=3)):
                    await _make_call(call, gig, canaries, run)


async def _learn_secrets(
    gig: Gigstack, canaries: Canaries, search: CanarySearch, run: SandboxRun
) -> None:
    """Makes the calls whose replies are secrets. The search finds these from now on."""
    client = await gig.clients.create(
        name=canaries.text(PERSONAL), email=f"{canaries.text(PERSONAL)}@ejemplo.com".lower()
    )
    users = await gig.users.list()
    values: list[object] = [
        await gig.clients.create_portal_token(id=client.id or ""),
        await gig.users.generate_login_link(user_id=users.data[0].id or ""),
        await gig.teams.get_onboarding_url("team_sandbox"),
        await gig.auth.signup(
            email=f"{canaries.text(PERSONAL)}@ejemplo.com".lower(),
            name=canaries.text(PERSONAL),
            plan_id="free",
            x_internal_api_key="partner_sandbox",
        ),
        await gig.webhooks.create(
            url=f"http://127.0.0.1:9/{canaries.text(SECRET)}", events=["customer.created"]
        ),
    ]
    run.calls += len(values) + 2
    for value in values:
        assert isinstance(value, Model)
        for text in _secrets_of(value):
            run.secrets += 1
            search.add(text.rpartition("=")[2].rpartition("/")[2])
        search.scan(repr(value), f"the text of {type(value).__name__}", forbidden=(SECRET,))


def _secrets_of(value: object) -> Iterator[str]:
    """The texts of a model that the spec marks as secret."""
    for name, kind in attributes_of(type(value)).values() if isinstance(value, Model) else ():
        inner: object = getattr(value, name)
        if kind.secret and isinstance(inner, str):
            yield inner
        yield from _secrets_of(inner)


async def _make_call(call: Call, gig: Gigstack, canaries: Canaries, run: SandboxRun) -> None:
    path, keywords = canaries.arguments(call)
    keywords.pop("team", None)  # the sandbox knows only its own teams
    run.calls += 1
    try:
        value: Any = await getattr(getattr(gig, call.tag), call.facts["method"])(*path, **keywords)
        del value
    except GigstackError as error:
        run.errors.append((error, f"{call.id} of the sandbox"))
