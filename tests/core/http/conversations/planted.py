"""Connections with a planted fault, which the tests must find."""

from __future__ import annotations

from .h11_peer import H11Peer


class KeepsLeftovers(H11Peer):
    """Uses connections again, whatever was left over."""

    @property
    def reusable(self) -> bool:
        return not self._waiting


class TakesHalves(H11Peer):
    """Takes what has arrived for a whole answer when the host closes."""

    def end(self) -> None:
        was_waiting = self._waiting
        super().end()
        if was_waiting and self._response is not None:
            self._finish(0)


class ReadsSegments(H11Peer):
    """Takes the end of a segment for the end of a line."""

    def receive(self, data: bytes) -> None:
        super().receive(data.rstrip(b"\n") if self._waiting and len(data) > 1 else data)
