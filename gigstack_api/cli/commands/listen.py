"""`webhooks listen`: a local receiver that shows events."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import anyio
import click

from ..._core.http.urls import is_local
from ..connecting import Access, connect, need_access
from ..exits import Exit, Refused
from ..framework import Whole, flag, option
from ..framework import command as make
from ..interrupting import interruptible
from ..receiver import Receiver
from ..sentences import sentence_of
from ..terminal.output import Output
from ..texts import counted, text
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
            option("--port", key="port", type=Whole(0, most=65_535), default=4011, metavar="n"),
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
        replaying = anyio.CancelScope()

        def end() -> None:
            ended.set()
            replaying.cancel()

        receiver = Receiver(secret=secret, most=count, on_event=shown, on_bad=refused, on_end=end)
        async with receiver.listening(HOST, port) as url:
            output.say(text("listen.ready", url=url))
            output.say(text("listen.unsigned" if secret is None else "listen.signed"))
            with interruptible(output, finish=end, end=end, says=None):
                if replay:
                    with replaying:
                        await _replay(url, secret)
                if access is None:
                    await ended.wait()
                else:
                    await _wait_subscribed(access, url, ended)
        output.say(counted("events", receiver.seen))
        return Exit.DONE

    def shown(event: Event[Any]) -> None:
        output.emit(dict(event.document))
        time = event.created.astimezone().isoformat(" ", "seconds") if event.created else "-"
        about = event.object_id or "-"
        output.show(text("listen.event", time=time, type=event.type, object=about))

    def refused(error: Exception) -> None:
        output.problem(text("listen.bad", error=sentence_of(error)))

    return run_async(run)


async def _wait_subscribed(access: Access, url: str, ended: anyio.Event) -> None:
    """Waits for the end, with a webhook that is deleted then."""
    async with connect(access) as gig:
        webhook = await gig.webhooks.create(url=url)
        try:
            await ended.wait()
        finally:
            with anyio.CancelScope(shield=True):
                await gig.webhooks.delete(webhook)


async def _replay(url: str, secret: str | None) -> None:
    """Has a sandbox of its own post the events of its demo business."""
    try:
        from ...sandbox.replaying import replay_demo
    except ModuleNotFoundError as error:
        raise Refused(text("error.no_sandbox"), Exit.WRONG_USE) from error
    await replay_demo(url, signing_secret=secret)
