"""One mutated answer, given to the client in place of the API's, and how the call ended."""

from __future__ import annotations

from random import Random
from typing import Any, cast

import httpx
from attrs import define, field, frozen

from gigstack_api import Drift, Gigstack, GigstackError, Pager, RetryPolicy

from .json_mutations import Written, mutate, written
from .kinds import Example
from .usage import use
from .wire_mutations import ON_BYTES, ON_HEADS, Sent, spoil

HOST = "api.test"


@define
class ReplyTrial:
    """One mutated answer, what the client is asked to do with it, and the drift it told."""

    example: Example
    made: Written
    sent: Sent
    luck: float
    drifts: list[Drift] = field(factory=list[Drift])

    @property
    def strict(self) -> bool:
        """Whether drift is an error; in every tenth trial."""
        return self.luck < 0.1

    def on_drift(self, drift: Drift) -> None:
        """Keeps what it is told. In every twentieth trial it fails, as a callback of a user may."""
        self.drifts.append(drift)
        repr(drift)
        if self.luck > 0.95:
            raise KeyError("the callback of the user is broken")


@frozen(kw_only=True)
class Ending:
    """How a call ended: the JSON of its value, an error of ours, or what must not be."""

    given: Any = None
    error: GigstackError | None = None
    crash: str | None = None


def drawn(chance: Random, example: Example) -> ReplyTrial:
    """A trial with an answer after one to three mutations: of its JSON, of its bytes, of its
    head.
    """
    ways = chance.choices(("json", "bytes", "head"), (6, 3, 2), k=chance.choice((1, 1, 1, 2, 3)))
    made = (
        mutate(chance, example.document, example.places)
        if "json" in ways
        else written(example.document)
    )
    sent = Sent(
        kinds=(made.kind,), status=example.status, body=made.text.encode("utf-8", "surrogatepass")
    )
    if "bytes" in ways:
        sent = spoil(chance, sent, ON_BYTES)
    if "head" in ways:
        sent = spoil(chance, sent, ON_HEADS)
    return ReplyTrial(example, made, sent, chance.random())


@define
class Api:
    """Answers as the trial says; with an empty last page to what a list asks for behind it, with a
    file at other hosts.
    """

    trial: ReplyTrial | None = None
    first: httpx.URL | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """The answer to a request."""
        trial = self.trial
        if trial is None:
            raise AssertionError("no trial is running")
        self.first = self.first or request.url
        if request.url.host != HOST:
            return httpx.Response(
                200, content=b"%PDF-1.7", headers={"Content-Type": "application/pdf"}
            )
        if request.url != self.first:
            return httpx.Response(
                200,
                json={
                    "data": [] if len(trial.example.unwrap) == 1 else {"history": []},
                    "has_more": False,
                },
            )
        return httpx.Response(
            trial.sent.status,
            headers=list(trial.sent.headers),
            stream=httpx.ByteStream(trial.sent.body),
        )


async def tried(trial: ReplyTrial, api: Api, http_client: httpx.AsyncClient) -> Ending:
    """How the call ended, its value having been used."""
    api.trial, api.first = trial, None
    gig = Gigstack(
        "key",
        base_url=f"https://{HOST}/v2",
        timeout_s=25,
        retries=RetryPolicy(base_s=0, settle_s=0),
        http_client=http_client,
        on_drift=trial.on_drift,
        strict=trial.strict,
    )
    try:
        return Ending(given=await _used(trial.example, gig))
    except GigstackError as error:
        return Ending(error=error)
    except Exception as crash:  # noqa: BLE001 - that is what is looked for
        return Ending(crash=f"{type(crash).__name__}: {str(crash)[:100]}")
    finally:
        await gig.aclose()


async def _used(example: Example, gig: Gigstack) -> Any:
    """The JSON of the value; of a list, of its first page after a walk over all of them."""
    method = getattr(getattr(gig, example.call.tag), example.call.facts["method"])
    answer: Any = method(*example.arguments.path.values(), **example.arguments.keywords)
    if not isinstance(answer, Pager):
        return use(await answer)
    first, *_ = [use(page) async for page in cast(Any, answer).pages()]
    return first
