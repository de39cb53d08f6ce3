"""Draws the mutated replies, and how the client is set up for each."""

from __future__ import annotations

from random import Random

from attrs import define, field

from gigstack_api import Drift

from .json_mutations import MutatedJson, mutate, unmutated
from .kinds import ReplyExample
from .wire_mutations import BODY_MUTATIONS, HEAD_MUTATIONS, WireReply, mutate_wire


@define
class ReplyCase:
    """One mutated reply, and the drift that the client reports for it."""

    example: ReplyExample
    json: MutatedJson
    reply: WireReply
    luck: float
    drifts: list[Drift] = field(factory=list[Drift])

    @property
    def strict(self) -> bool:
        """Whether drift is an error; in every tenth case."""
        return self.luck < 0.1

    def on_drift(self, drift: Drift) -> None:
        """Keeps the drift. In every twentieth case it fails, as a user's callback may."""
        self.drifts.append(drift)
        repr(drift)
        if self.luck > 0.95:
            raise KeyError("the callback of the user is broken")


def draw_case(random: Random, example: ReplyExample) -> ReplyCase:
    """A case with one to three mutations: of the JSON, of the body bytes, of the head."""
    layers = random.choices(("json", "bytes", "head"), (6, 3, 2), k=random.choice((1, 1, 1, 2, 3)))
    json = (
        mutate(random, example.document, example.paths)
        if "json" in layers
        else unmutated(example.document)
    )
    body = json.text.encode("utf-8", "surrogatepass")
    reply = WireReply(kinds=(json.kind,), status=example.status, body=body)
    if "bytes" in layers:
        reply = mutate_wire(random, reply, BODY_MUTATIONS)
    if "head" in layers:
        reply = mutate_wire(random, reply, HEAD_MUTATIONS)
    return ReplyCase(example, json, reply, random.random())
