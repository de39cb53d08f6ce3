"""Runs the promise on secrets: they are in no text; RFCs, e-mails, queries and bodies are in no
log; the key goes to the API only.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from random import Random
from typing import Any

import anyio
import anyio.lowlevel

from gigstack_api import Gigstack, GigstackError, Pager, RetryPolicy
from gigstack_api._core.operations.operation import Operation
from scripts.spec.model import Call, calls, load

from ...support.tcp_server import tcp_server
from ..harness.calls import UVLOOP
from ..harness.canaries import PERSONAL, SECRET, Canaries, CanarySearch
from ..harness.log_capture import LogCapture, capture_logs
from ..harness.result import Count, Result
from ..harness.scripted_api import FILE, ScriptedApi, file_host, scripts_for
from ..harness.setups import GIVEN, SETUPS, gig_in
from .inspector import ALL, Inspector
from .sandbox_log import SandboxRun, run_sandbox_calls

ONCE = RetryPolicy(max_attempts=1, base_s=0)
LOOPS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("asyncio", {"debug": True}),
    ("trio", {}),
    *UVLOOP,
)
MOST_STEPS = 60
"""A call is cancelled after at most so many turns of the event loop."""


def run(seed: int, scale: float) -> Result:
    """Runs the promise on every operation of the spec. Smaller scales leave operations out."""
    search, random = CanarySearch(), Random(seed)
    inspector = Inspector(search)
    every = calls(load())
    file = random.choice([call for call in every if "download" in call.facts])
    some = every if scale >= 1 else [file, *random.sample(every, max(2, round(len(every) * scale)))]
    with capture_logs() as captured:
        for shift, (backend, options) in enumerate(LOOPS):
            work = partial(_run_scripts, some, shift, Canaries(random), inspector)
            anyio.run(work, backend=backend, backend_options=options)
        sandbox_run = run_sandbox_calls(every if scale >= 1 else some, random, inspector.search)
    inspector.inspect_log(captured)
    for error, where in sandbox_run.errors:
        inspector.inspect_error(error, where, quoting=True)
    return _judge(inspector, captured, sandbox_run)


async def _run_scripts(
    some: list[Call], shift: int, canaries: Canaries, inspector: Inspector
) -> None:
    """Makes every call in one of the setups, with all its scenarios, over TCP. `shift` changes
    which calls get which setup.
    """
    api, host = ScriptedApi(), file_host()
    async with tcp_server(host) as host_url:
        for number, setup in enumerate(SETUPS):
            key = canaries.text(SECRET)
            async with gig_in(
                setup,
                key,
                api.handle,
                retries=RetryPolicy(base_s=0, settle_s=0),
                on_drift=inspector.inspect_drift,
            ) as gig:
                inspector.search.scan(f"{gig!r} {gig} {vars(gig)!r}", "the client", forbidden=ALL)
                for call in some[(number + shift) % len(SETUPS) :: len(SETUPS)]:
                    await _make_call(call, gig, canaries, inspector, api, host_url)
                    await _cancel_call(call, gig, canaries, inspector)
            _check_requests(inspector, api.requests, host.requests, key, own=setup != GIVEN)
            api.requests.clear()
            host.requests.clear()


async def _cancel_call(call: Call, gig: Gigstack, canaries: Canaries, inspector: Inspector) -> None:
    """Cancels the call of a resource at some moment, and searches the frames of what it raises."""
    path, keywords = canaries.arguments(call)
    method = getattr(getattr(gig, call.tag), call.facts["method"])

    async def work(scope: anyio.CancelScope) -> None:
        with scope:
            try:
                made = method(*path, **keywords)
                await (made.collect() if isinstance(made, Pager) else made)
            except GigstackError as error:
                inspector.inspect_error(error, f"{call.id}, before it was cancelled", quoting=True)
            except BaseException as error:
                inspector.inspect_cancellation(error, f"{call.id}, cancelled")
                raise

    async with anyio.create_task_group() as group:
        scope = anyio.CancelScope()
        group.start_soon(work, scope)
        for _ in range(canaries.random.randrange(MOST_STEPS)):
            await anyio.lowlevel.checkpoint()
        scope.cancel()


async def _make_call(
    call: Call,
    gig: Gigstack,
    canaries: Canaries,
    inspector: Inspector,
    api: ScriptedApi,
    host_url: str,
) -> None:
    for name, replies in scripts_for(call, canaries, host_url):
        where = f"{call.id}, {name}"
        path, keywords = canaries.arguments(call)
        api.replies[:] = replies
        policy = RetryPolicy(base_s=0, settle_s=0) if name == "repeated" else ONCE
        inspector.calls += 1
        inspector.secrets_answered += sum(SECRET.encode() in reply for reply in replies if reply)
        view = gig.with_options(retries=policy)
        try:
            operation = _build(call, path, keywords)
            inspector.search.scan(
                repr(operation), f"the text of the call {where}", forbidden=(SECRET, PERSONAL)
            )
            response = await view.request(operation)
        except GigstackError as error:
            inspector.inspect_error(error, where)
        else:
            inspector.inspect_value(response, response.value, where)


def _build(call: Call, path: list[str], keywords: dict[str, Any]) -> Operation[Any]:
    """The operation that its generated module builds."""
    module = import_module(f"gigstack_api.operations.{call.tag}.{call.id}")
    operation: Operation[Any] = module.build(*path, **keywords)
    return operation


def _check_requests(
    inspector: Inspector, to_api: list[bytes], to_host: list[bytes], key: str, *, own: bool
) -> None:
    """Checks where the key went, and that no redirect was followed and no cookie sent back."""
    inspector.secrets_sent += sum(
        SECRET.encode() in request.replace(key.encode(), b"") for request in to_api
    )
    inspector.files += len(to_host)
    for request in to_host:
        line = request.partition(b"\r\n")[0].decode("latin-1").partition("?")[0]
        if key.encode() in request or b"authorization:" in request.lower():
            inspector.problems.append(f"another host got the key: {line}")
        if FILE not in line:
            inspector.problems.append(f"a redirect was followed: {line}")
    if own and any(
        b"\r\ncookie:" in request.partition(b"\r\n\r\n")[0].lower() for request in to_api
    ):
        inspector.problems.append("a cookie of a reply was sent back")


def _judge(inspector: Inspector, captured: LogCapture, sandbox_run: SandboxRun) -> Result:
    """The figures, and the promises that were broken."""
    search = inspector.search
    counts: dict[str, Count] = {
        "calls against scripted responses": inspector.calls,
        "calls against the sandbox": sandbox_run.calls,
        "requests that carried a secret": inspector.secrets_sent,
        "responses that carried a secret": inspector.secrets_answered + sandbox_run.secrets,
        "lines logged": len(captured.lines),
        "lines of httpcore": captured.by_logger["httpcore"],
        "lines of the sandbox": sandbox_run.lines,
        "errors inspected": sum(inspector.errors.values()),
        "kinds of errors": len(inspector.errors),
        "frames with their variables": inspector.frames,
        "frames of libraries among them": inspector.of_libraries,
        "calls cancelled": inspector.cancelled,
        "drift reports": inspector.drifts,
        "files fetched from another host": inspector.files,
        "texts searched": search.scanned,
        "secrets or personal data found": len(search.found),
        "keys that went elsewhere": sum("key" in problem for problem in inspector.problems),
    }
    broken = [
        *dict.fromkeys(search.found),
        *dict.fromkeys(inspector.problems),
        *_find_blind_spots(inspector, captured, sandbox_run),
    ]
    return Result(promise="Secrets", counts=counts, broken=tuple(broken[:20]))


def _find_blind_spots(
    inspector: Inspector, captured: LogCapture, sandbox_run: SandboxRun
) -> list[str]:
    """Reasons why the run could not have found anything. Such a run is broken too."""
    checks = (
        (inspector.secrets_sent > 0, "no secret was sent"),
        (inspector.secrets_answered > 0, "no reply carried a secret"),
        (inspector.files > 0, "no file was fetched from another host"),
        (inspector.cancelled > 0, "no call was cancelled"),
        (inspector.of_libraries > 0, "no frame of a library was searched"),
        (inspector.drifts > 0, "no drift was reported"),
        (captured.by_logger["httpcore"] > 0, "httpcore logged nothing"),
        (captured.by_logger["gigstack_api"] > 0, "gigstack_api logged nothing"),
        (sandbox_run.lines > 0, "the sandbox logged nothing"),
        (sandbox_run.secrets > 0, "the sandbox returned no secret"),
        (len(inspector.errors) >= 5, f"few kinds of errors occurred: {sorted(inspector.errors)}"),
    )
    return [reason for holds, reason in checks if not holds]
