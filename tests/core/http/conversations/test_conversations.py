"""Every conversation ends in its one right outcome, however its bytes are cut."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import h11
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .h11_peer import EXCEPTIONS, H11Peer
from .peer import Played, pieces, play, use
from .peers import PEERS, TriedPeer
from .planted import KeepsLeftovers, TakesHalves
from .table import Conversation, conversations

SHORT = 1_200
"""Conversations of up to that many bytes are cut at every offset, longer ones at some."""

SOME_CUTS = 40

each_peer = pytest.mark.parametrize("peer", PEERS.values(), ids=PEERS)
each_conversation = pytest.mark.parametrize(
    "conversation",
    [pytest.param(found, id=f"{found.section}: {found.name}") for found in conversations()],
)


def offsets(size: int) -> Iterator[int]:
    """Where to cut a conversation of that size."""
    if size <= SHORT:
        yield from range(1, size)
    else:
        yield from (1, 2, size - 2, size - 1)
        yield from sorted(Random(size).sample(range(1, size), SOME_CUTS))


def check(peer: TriedPeer, conversation: Conversation, played: Played) -> None:
    """An outcome is right, or differs in the way that an exception explains."""
    differences = conversation.differences(played)
    assert bool(differences) is (conversation.name in peer.exceptions), differences


@each_peer
@each_conversation
def test_a_conversation_ends_rightly_however_it_is_cut(
    peer: TriedPeer, conversation: Conversation
) -> None:
    whole = play(peer.make(conversation.limit), conversation)
    check(peer, conversation, whole)
    size = max(len(conversation.host), len(conversation.early))
    for cut in offsets(size) if peer.is_ours else ():
        assert play(peer.make(conversation.limit), conversation, [cut]) == whole, cut
    assert play(peer.make(conversation.limit), conversation, range(size)) == whole


@each_peer
@each_conversation
def test_a_conversation_ends_rightly_on_a_used_connection(
    peer: TriedPeer, conversation: Conversation
) -> None:
    used = use(peer.make(max(conversation.limit, 1000)))
    assert used.reusable
    check(peer, conversation, play(used, conversation))


@each_peer
@given(data=st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_segments_of_any_size_change_nothing(peer: TriedPeer, data: st.DataObject) -> None:
    short = [found for found in conversations() if len(found.host) <= SHORT]
    conversation = data.draw(st.sampled_from(short))
    size = max(len(conversation.host), len(conversation.early))
    cuts = data.draw(st.sets(st.integers(1, max(size, 2) - 1), max_size=20))
    check(peer, conversation, play(peer.make(conversation.limit), conversation, cuts))


@each_peer
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/v2/clients/c1?team=a%20b", None),
        ("DELETE", "/v2/clients/c1", None),
        ("HEAD", "/", None),
        ("POST", "/v2/clients", b'{"name": "Pe\xc3\xb1a"}'),
        ("PUT", "/v2/clients/c1", b""),
        ("POST", "/v2/clients", b"\0\r\n\r\nGET / HTTP/1.1\r\n" * 5000),
    ],
)
def test_a_host_reads_the_request_as_it_was_meant(
    peer: TriedPeer, method: str, path: str, body: bytes | None
) -> None:
    host = h11.Connection(h11.SERVER)
    host.receive_data(peer.make(1000).request(method, path, body))
    events: list[object] = []
    while not isinstance(event := host.next_event(), h11.EndOfMessage):
        assert event is not h11.NEED_DATA
        events.append(event)
    request, *parts = events
    assert isinstance(request, h11.Request)
    assert (request.method, request.target) == (method.encode(), path.encode())
    assert b"".join(part.data for part in parts if isinstance(part, h11.Data)) == (body or b"")
    assert host.trailing_data == (b"", False)


def test_the_table_covers_each_kind_of_outcome() -> None:
    found = conversations()
    names = [conversation.name for conversation in found]
    assert len(names) == len(set(names)) >= 150
    reasons = {
        reason
        for conversation in found
        if isinstance(conversation.outcome, tuple)
        for reason in conversation.outcome
    }
    assert reasons == {"ended early", "malformed", "too large", "timed out"}
    assert {conversation.reusable for conversation in found} == {True, False, "either"}
    assert any(conversation.outcome is None for conversation in found)


def test_each_exception_of_h11_is_in_the_table() -> None:
    assert EXCEPTIONS.keys() <= {conversation.name for conversation in conversations()}


@pytest.mark.parametrize(
    ("planted", "name"),
    [
        (KeepsLeftovers, "the answer twice"),
        (KeepsLeftovers, "one byte before the request"),
        (TakesHalves, "a body shorter than its length, and the host closes"),
    ],
)
def test_a_planted_fault_is_found(planted: type[H11Peer], name: str) -> None:
    conversation = next(found for found in conversations() if found.name == name)
    played = play(planted(conversation.limit), conversation)
    assert conversation.differences(played)
    with pytest.raises(AssertionError):
        check(TriedPeer(planted), conversation, played)


def test_pieces_are_the_data_and_never_empty() -> None:
    assert list(pieces(b"abcd", [0, 2, 2, 4, 9])) == [b"ab", b"cd"]
    assert list(pieces(b"", [1])) == []
