"""Promise 7: secrets are in no text; RFCs, e-mails, queries and bodies in no log; the key goes
nowhere else.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from random import Random
from typing import Any

import anyio
import httpx
from attrs import define, field

from gigstack_api import DeliveryError, Drift, Gigstack, GigstackError, RetryPolicy
from gigstack_api._core.operation import Operation
from scripts.spec.model import Call, calls, load

from ..harness.canaries import NAMED, PERSONAL, SECRET, Marks, Search
from ..harness.log_capture import Overheard, frames, kept_requests, overheard
from ..harness.result import Result
from ..harness.scripted_api import FILE, Elsewhere, Face, faces
from ..harness.tcp_server import server
from .sandbox_log import Played, play

BACKENDS = ("asyncio", "trio")
ALL = (SECRET, PERSONAL, NAMED)
ONCE = RetryPolicy(max_attempts=1, base_s=0)
WAYS = ("own connections", "a client that was given", "strict")


@define
class Tally:
    """What was looked at, and what was found."""

    search: Search
    calls: int = 0
    errors: Counter[str] = field(factory=Counter[str])
    frames: int = 0
    drifts: int = 0
    secrets_sent: int = 0
    files: int = 0
    secrets_answered: int = 0
    problems: list[str] = field(factory=list[str])

    def value(self, response: object, value: object, where: str) -> None:
        """Looks at a response and its value, as a print of them shows them. Plain dicts and texts
        show themselves.
        """
        self.search.look(
            repr(response), f"the text of the response of {where}", forbidden=(SECRET, PERSONAL)
        )
        if not isinstance(value, (str, dict, list)):
            self.search.look(
                f"{value!r} {value}", f"the text of the value of {where}", forbidden=(SECRET,)
            )

    def error(self, error: GigstackError, where: str, *, quoting: bool = False) -> None:
        """Looks at an error in every way that reporters of errors do. `quoting`: the API itself
        repeats what is not valid.
        """
        kind = type(error).__name__
        self.errors[kind] += 1
        forbidden = (SECRET,) if quoting else (SECRET, PERSONAL)
        told = "".join(_told(error))
        self.search.look(told, f"the traceback of {kind} of {where}", forbidden=forbidden)
        if isinstance(error, DeliveryError):
            self.search.look(
                repr(vars(error)), f"the attributes of {kind} of {where}", forbidden=forbidden
            )
        for function, variables in frames(error):
            self.frames += 1
            self.search.look(
                variables, f"the variables of {function} in {kind} of {where}", forbidden=forbidden
            )
        for each in kept_requests(error):
            self.problems.append(f"{kind} of {where} keeps {each}, and with it the request")

    def drift(self, drift: Drift) -> None:
        """Looks at a report of drift."""
        self.drifts += 1
        self.search.look(
            repr(drift), f"the drift of {drift.operation}", forbidden=(SECRET, PERSONAL)
        )
        self.search.look(
            repr(drift.got), f"what drifted in {drift.operation} at {drift.path}", forbidden=()
        )

    def lines(self, heard: Overheard) -> None:
        """Looks at all that was logged."""
        for line in heard.lines:
            self.search.look(line, f"a line of {line.partition(':')[0]}", forbidden=ALL)


def _told(error: BaseException) -> Iterator[str]:
    """An error as it is printed in every way."""
    yield from traceback.format_exception(error)
    yield f"{error} {error!r}"


def run(seed: int, scale: float) -> Result:
    """The promise, tried out on every operation of the spec; smaller scales leave operations
    out.
    """
    search, random = Search(), Random(seed)
    tally = Tally(search)
    every = calls(load())
    file = random.choice([call for call in every if "download" in call.facts])
    some = every if scale >= 1 else [file, *random.sample(every, max(2, round(len(every) * scale)))]
    with overheard() as heard:
        for first, backend in enumerate(BACKENDS):
            options = {"debug": True} if backend == "asyncio" else {}
            work = partial(_against_faces, some, first, Marks(random), tally)
            anyio.run(work, backend=backend, backend_options=options)
        played = play(every if scale >= 1 else some, random, tally.search)
    tally.lines(heard)
    for error, where in played.errors:
        tally.error(error, where, quoting=True)
    return _judged(tally, heard, played)


async def _against_faces(some: list[Call], first: int, marks: Marks, tally: Tally) -> None:
    """Every call in one of the ways, and everything that may happen to it, over TCP; `first` shifts
    who goes which way.
    """
    face, other = Face(), Elsewhere()
    async with server(other.serve) as elsewhere, server(face.serve) as base_url:
        for number, way in enumerate(WAYS):
            given = httpx.AsyncClient(follow_redirects=True) if way == WAYS[1] else None
            key = marks.text(SECRET)
            async with Gigstack(
                key,
                base_url=base_url,
                retries=RetryPolicy(base_s=0, settle_s=0),
                http_client=given,
                on_drift=tally.drift,
                strict=way == "strict",
            ) as gig:
                tally.search.look(f"{gig!r} {gig} {vars(gig)!r}", "the client", forbidden=ALL)
                for call in some[(number + first) % len(WAYS) :: len(WAYS)]:
                    await _one(call, gig, marks, tally, face, elsewhere.removesuffix("/v2"))
            if given is not None:
                await given.aclose()
            _check_heard(tally, face.heard, other.heard, key, own=given is None)
            face.heard.clear()
            other.heard.clear()


async def _one(
    call: Call, gig: Gigstack, marks: Marks, tally: Tally, face: Face, elsewhere: str
) -> None:
    for name, answers in faces(call, marks, elsewhere):
        where = f"{call.id}, {name}"
        path, keywords = marks.arguments(call)
        face.answers[:] = answers
        policy = RetryPolicy(base_s=0, settle_s=0) if name == "repeated" else ONCE
        tally.calls += 1
        tally.secrets_answered += sum(SECRET.encode() in each for each in answers if each)
        view = gig.with_options(retries=policy)
        try:
            operation = _built(call, path, keywords)
            tally.search.look(
                repr(operation), f"the text of the call {where}", forbidden=(SECRET, PERSONAL)
            )
            response = await view.request(operation)
        except GigstackError as error:
            tally.error(error, where)
        else:
            tally.value(response, response.value, where)


def _built(call: Call, path: list[str], keywords: dict[str, Any]) -> Operation[Any]:
    """The call as its module describes it."""
    module = import_module(f"gigstack_api._generated.api.{call.tag}.{call.id}")
    built: Operation[Any] = module.build(*path, **keywords)
    return built


def _check_heard(
    tally: Tally, asked: list[bytes], elsewhere: list[bytes], key: str, *, own: bool
) -> None:
    """Where the key went, and what was sent that should not have been."""
    tally.secrets_sent += sum(
        SECRET.encode() in request.replace(key.encode(), b"") for request in asked
    )
    tally.files += len(elsewhere)
    for request in elsewhere:
        line = request.partition(b"\r\n")[0].decode("latin-1").partition("?")[0]
        if key.encode() in request or b"authorization:" in request.lower():
            tally.problems.append(f"another host got the key: {line}")
        if FILE not in line:
            tally.problems.append(f"a redirect was followed: {line}")
    if own and any(
        b"\r\ncookie:" in request.partition(b"\r\n\r\n")[0].lower() for request in asked
    ):
        tally.problems.append("a cookie of an answer was sent back")


def _judged(tally: Tally, heard: Overheard, played: Played) -> Result:
    """The figures; also broken is a run that could not have found anything."""
    search = tally.search
    blind = [
        reason
        for fails, reason in (
            (tally.secrets_sent == 0, "no secret was sent"),
            (tally.secrets_answered == 0, "no secret was answered"),
            (tally.files == 0, "no file was fetched from another host"),
            (tally.drifts == 0, "no drift was reported"),
            (heard.by_logger["httpcore"] == 0, "httpcore logged nothing"),
            (heard.by_logger["gigstack_api"] == 0, "gigstack_api logged nothing"),
            (played.lines == 0, "the sandbox logged nothing"),
            (played.secrets == 0, "the sandbox gave no secret"),
            (len(tally.errors) < 5, f"few kinds of errors were met: {sorted(tally.errors)}"),
        )
        if fails
    ]
    counts: dict[str, int | float | str] = {
        "calls against answers made to measure": tally.calls,
        "calls against the sandbox": played.calls,
        "requests that carried a secret": tally.secrets_sent,
        "answers that carried a secret": tally.secrets_answered + played.secrets,
        "lines logged": len(heard.lines),
        "lines of httpcore": heard.by_logger["httpcore"],
        "lines of the sandbox": played.lines,
        "errors looked at": sum(tally.errors.values()),
        "kinds of errors": len(tally.errors),
        "frames with their variables": tally.frames,
        "drift reports": tally.drifts,
        "files fetched from another host": tally.files,
        "texts searched": search.scanned,
        "secrets or personal data found": len(search.found),
        "keys that went elsewhere": sum("key" in each for each in tally.problems),
    }
    broken = [*dict.fromkeys(search.found), *dict.fromkeys(tally.problems), *blind]
    return Result(promise="Secrets", counts=counts, broken=tuple(broken[:20]))
