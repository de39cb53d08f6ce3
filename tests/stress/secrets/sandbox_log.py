"""The sandbox as a process with its log at its loudest: every operation, under faults, and what its
log holds of them.
"""

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
from gigstack_api._core.model import Model, attribute
from scripts.spec.model import Call

from ..harness.canaries import NAMED, PERSONAL, SECRET, Marks, Search
from ..harness.fault_plans import Plans, planned

ROOT = Path(__file__).resolve().parents[3]
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
class Played:
    """What became of the calls: errors with where they came from, lines of the log, secrets that
    were answered.
    """

    calls: int = 0
    lines: int = 0
    secrets: int = 0
    errors: list[tuple[GigstackError, str]] = field(factory=list[tuple[GigstackError, str]])


@contextmanager
def _loud(log: Path) -> Generator[tuple[str, str]]:
    """Base URL and key of a sandbox process whose output goes to a file from its first request
    on.
    """
    command = [
        sys.executable,
        "-m",
        "gigstack_api.sandbox",
        "--port",
        "0",
        "--seed",
        "demo",
        "--log-level",
        "debug",
    ]
    with (
        log.open("wb") as file,
        subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=file, text=True
        ) as process,
    ):
        try:
            assert process.stdout is not None
            told = dict(process.stdout.readline().strip().partition("=")[::2] for _ in range(3))
            yield told["GIGSTACK_API_BASE_URL"], told["GIGSTACK_API_KEY"]
        finally:
            process.terminate()
            rest = process.stdout.read() if process.stdout else ""
            process.wait(20)
    with log.open("a", encoding="utf-8") as end:
        end.write(rest)


def play(every: list[Call], random: Random, search: Search) -> Played:
    """Calls every operation of a sandbox, and searches its log."""
    played, marks = Played(), Marks(random)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with _loud(log) as (base_url, key):
            search.learn(key)
            anyio.run(_calls, every, base_url, key, marks, search, played)
        lines = log.read_text("utf-8", "replace").splitlines()
    played.lines = len(lines)
    for line in lines:
        search.look(line, "the log of the sandbox", forbidden=(SECRET, PERSONAL, NAMED))
    return played


async def _calls(
    every: list[Call], base_url: str, key: str, marks: Marks, search: Search, played: Played
) -> None:
    plans = Plans()
    async with plans.http_client(most=4) as http_client:
        gig = Gigstack(
            key,
            base_url=base_url,
            retries=RetryPolicy(base_s=0, settle_s=0, max_attempts=3),
            http_client=http_client,
        )
        await _links(gig, marks, search, played)
        for call in every:
            for _ in range(3):
                with planned(marks.random.choices(FAULTS, k=3)):
                    await _one(call, gig, marks, played)


async def _links(gig: Gigstack, marks: Marks, search: Search, played: Played) -> None:
    """The calls whose answers are secrets; these are looked for from now on."""
    client = await gig.clients.create(
        name=marks.text(PERSONAL), email=f"{marks.text(PERSONAL)}@ejemplo.com".lower()
    )
    users = await gig.users.list()
    values: list[object] = [
        await gig.clients.create_portal_token(id=client.id or ""),
        await gig.users.generate_login_link(user_id=users.data[0].id or ""),
        await gig.teams.get_onboarding_url("team_sandbox"),
        await gig.auth.signup(
            email=f"{marks.text(PERSONAL)}@ejemplo.com".lower(),
            name=marks.text(PERSONAL),
            plan_id="free",
            x_internal_api_key="partner_sandbox",
        ),
        await gig.webhooks.create(
            url=f"http://127.0.0.1:9/{marks.text(SECRET)}", events=["customer.created"]
        ),
    ]
    played.calls += len(values) + 2
    for value in values:
        assert isinstance(value, Model)
        for text in _secrets(value):
            played.secrets += 1
            search.learn(text.rpartition("=")[2].rpartition("/")[2])
        search.look(repr(value), f"the text of {type(value).__name__}", forbidden=(SECRET,))


def _secrets(value: object) -> Iterator[str]:
    """The texts of a model that the spec calls secret."""
    for name, kind in value.wire_fields().items() if isinstance(value, Model) else ():
        inner: object = getattr(value, attribute(name))
        if kind.secret and isinstance(inner, str):
            yield inner
        yield from _secrets(inner)


async def _one(call: Call, gig: Gigstack, marks: Marks, played: Played) -> None:
    path, keywords = marks.arguments(call)
    keywords.pop("team", None)  # the teams of the sandbox are its own
    played.calls += 1
    try:
        value: Any = await getattr(getattr(gig, call.tag), call.facts["method"])(*path, **keywords)
        del value
    except GigstackError as error:
        played.errors.append((error, f"{call.id} of the sandbox"))
