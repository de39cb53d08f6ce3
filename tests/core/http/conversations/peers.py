"""The connections that the conversations are played on. Add an adapter here, and the tests and
`make fuzz-wire` try it.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from .h11_peer import EXCEPTIONS, H11Peer
from .own_peer import STRICTER, OwnPeer, PiecewisePeer
from .peer import MakePeer


@frozen
class TriedPeer:
    """A connection, and the conversations that it may end in another way, with the reason.

    The reference is not ours: it is tried whole and in single bytes, not with every cut.
    """

    make: MakePeer
    exceptions: Mapping[str, str] = field(factory=dict[str, str])
    is_ours: bool = True


PEERS: Mapping[str, TriedPeer] = {
    "h11": TriedPeer(H11Peer, EXCEPTIONS, is_ours=False),
    "gigstack_api": TriedPeer(OwnPeer, STRICTER),
    "gigstack_api, in pieces": TriedPeer(PiecewisePeer, STRICTER),
}
