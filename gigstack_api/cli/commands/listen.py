"""`webhooks listen`: a local receiver that shows events."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import anyio
import click

from ..._core.http.urls import is_local
from ..connecting import connect, need_access
from ..exits import Exit, Refused
from ..framework import Whole, flag, option
from ..framework import command as make
from ..interrupting import interruptible
from ..receiver import Receiver
from ..terminal.output import Output
from ..texts import text
from .common import output_options, profile_option, run_async

if TYPE_CHECKING:
    from ...webhooks import Event

SECRET = "GIGSTACK_WEBHOOK_SECRET"  # noqa: S105 - the name of a variable
HOST = "127.0.0.1"


def command() -> click.Command:
    """The command `webhooks listen`."""
    return make(
        "webhooks.listen",
        _listen,
        [
            option("--port", key="port", type=Whole(0), default=4011, metavar="n"),
            option("--count", key="count", type=Whole(1), metavar="n"),
            flag("--subscribe", key="subscribe"),
            flag("--replay", key="replay"),
            profile_option(),
            *output_options(),
        ],
    )


def _listen(
    *,
    port: int,
    count: int | None,
    subscribe: bool,
    replay: bool,
    profile: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    output = Output(as_json=as_json, quiet=quiet)
    secret = os.environ.get(SECRET) or None
    access = need_access(profile) if subscribe else None
    if access is not None and not is_local(access.profile.base_url or "https://gigstack"):
        raise Refused(text("error.subscribe"), Exit.WRONG_USE)

    async def run() -> int:
        ended = anyio.Event()
        receiver = Receiver(secret=secret, on_event=_shown, on_bad=_refused)

        def after(seen: int) -> None:
            if count is not None and seen >= count:
                ended.set()

        receiver.after = after
        async with receiver.listening(HOST, port) as url, anyio.create_task_group() as group:
            output.say(text("listen.ready", url=url))
            output.say(text("listen.unsigned" if secret is None else "listen.signed"))
            with interruptible(output, finish=ended.set, end=ended.set):
                if replay:
                    group.start_soon(_replay, url, secret)
                async with _subscription(url) if subscribe else _nothing():
                    await ended.wait()
            group.cancel_scope.cancel()
        output.say(text("listen.count", count=f"{receiver.seen:,}"))
        return Exit.DONE

    def _shown(event: Event[Any]) -> None:
        output.emit(dict(event.document))
        time = event.created.astimezone().isoformat(" ", "seconds") if event.created else "-"
        shown = text("listen.event", time=time, type=event.type, object=event.object_id or "-")
        output.show(shown)

    def _refused(error: Exception) -> None:
        output.problem(text("listen.bad", error=error))

    @asynccontextmanager
    async def _subscription(url: str) -> AsyncGenerator[None]:
        async with connect(access or need_access(profile)) as gig:
            webhook = await gig.webhooks.create(url=url)
            try:
                yield
            finally:
                with anyio.CancelScope(shield=True):
                    await gig.webhooks.delete(webhook.id)

    return run_async(run)


@asynccontextmanager
async def _nothing() -> AsyncGenerator[None]:
    yield


async def _replay(url: str, secret: str | None) -> None:
    """Has a sandbox of its own post the events of its demo business."""
    try:
        from ...sandbox.replaying import replay_demo
    except ModuleNotFoundError as error:
        raise Refused(text("error.no_sandbox"), Exit.WRONG_USE) from error
    await replay_demo(url, signing_secret=secret)
