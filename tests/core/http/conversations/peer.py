"""The interface that a connection is adapted to, and how a conversation is played on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal, Protocol, TypeAlias

from attrs import field, frozen

Reason: TypeAlias = Literal["ended early", "malformed", "too large", "timed out"]
"""Why a call has no answer: the host closed before its end (or what was packed has no end), broke
the rules of HTTP, went past a limit, or sent nothing more.
"""


@frozen
class Answer:
    """A whole answer: names of headers in lower case, the body unpacked."""

    status: int
    headers: Mapping[str, str] = field(factory=dict[str, str])
    body: bytes = b""


@frozen
class Lost:
    """No answer came, or none that can be read."""

    reason: Reason


class Peer(Protocol):
    """A connection without its socket. A driver calls `request`, then `receive` for each segment
    that arrives and `end` when the host closes, until there is an outcome. Bytes may also arrive
    while no request is under way.
    """

    def request(
        self, method: str, path: str, body: bytes | None = None, *, written: bool = True
    ) -> bytes:
        """The bytes to send. With `written=False` the driver cannot write all of them before the
        host answers.
        """
        ...

    def receive(self, data: bytes) -> None:
        """Takes a segment, which is never empty."""
        ...

    def end(self) -> None:
        """The host closed."""
        ...

    @property
    def outcome(self) -> Answer | Lost | None:
        """The outcome of the last request; None as long as more must arrive."""
        ...

    @property
    def reusable(self) -> bool:
        """Whether a request may be sent now."""
        ...

    @property
    def announced_s(self) -> float | None:
        """The seconds of `Keep-Alive: timeout=` in the last answer; None if it has none."""
        ...


MakePeer: TypeAlias = Callable[[int], Peer]
"""Makes a connection that takes decoded bodies of up to that many bytes."""


@frozen
class Played:
    """What became of a conversation. The outcome is None if the connection was not used."""

    outcome: Answer | Lost | None
    reusable: bool
    announced_s: float | None = None


@frozen(kw_only=True)
class Script:
    """What a host sends, and what is asked of it.

    Args:
        early: What arrives before the request.
    """

    name: str
    method: str
    path: str
    body: bytes | None
    written: bool
    early: bytes
    early_closes: bool
    host: bytes
    closes: bool
    limit: int


def play(peer: Peer, conversation: Script, cuts: Iterable[int] = ()) -> Played:
    """Plays a conversation whose bytes are cut at these offsets.

    Raises:
        AssertionError: later bytes changed an outcome that was already there.
    """
    cuts = tuple(cuts)
    for piece in pieces(conversation.early, cuts):
        peer.receive(piece)
    if conversation.early_closes:
        peer.end()
    if not peer.reusable:
        return Played(None, reusable=False)

    peer.request(
        conversation.method, conversation.path, conversation.body, written=conversation.written
    )
    assert not peer.reusable, "a connection may be used again before its answer"
    outcome = peer.outcome
    assert outcome is None
    for piece in pieces(conversation.host, cuts):
        peer.receive(piece)
        assert outcome is None or outcome == peer.outcome, "an outcome changed"
        outcome = peer.outcome
        if isinstance(outcome, Lost):  # a driver closes the connection
            break
    else:
        if conversation.closes:
            peer.end()
    outcome = peer.outcome or Lost("timed out")
    return Played(outcome, peer.reusable and isinstance(outcome, Answer), peer.announced_s)


def use(peer: Peer) -> Peer:
    """The connection, after an exchange on it."""
    peer.request("GET", "/v2/clients/before")
    peer.receive(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nbefore")
    assert peer.outcome is not None
    return peer


def pieces(data: bytes, cuts: Iterable[int]) -> Iterator[bytes]:
    """The data, cut at these offsets; no piece is empty."""
    inside = sorted({cut for cut in cuts if 0 < cut < len(data)})
    for start, stop in pairwise((0, *inside, len(data))):
        if start < stop:
            yield data[start:stop]
