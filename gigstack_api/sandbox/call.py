"""A request as the rules see it: without HTTP. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, TypeAlias

from attrs import field, frozen

from .keys import Key
from .resource import Resource
from .state import Event, State


@frozen
class UploadedFile:
    """A file of a form."""

    name: str
    content: bytes
    media_type: str


@frozen(kw_only=True)
class Call:
    """What is asked, of whom: `team` is the team acted for, `base_url` where the sandbox is; names
    of `headers` are small.
    """

    state: State
    key: Key
    team: str
    base_url: str
    path: Mapping[str, str] = field(factory=dict[str, str])
    query: Mapping[str, Any] = field(factory=dict[str, Any])
    metadata: Mapping[str, str] = field(factory=dict[str, str])
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    body: Mapping[str, Any] = field(factory=dict[str, Any])
    files: Mapping[str, UploadedFile] = field(factory=dict[str, UploadedFile])

    def collection(self, kind: str) -> dict[str, Resource]:
        """The resources of one kind of the team acted for, shared by its live and its test key."""
        return self.state.indexed(self.team, kind)[0]

    def documents(self, kind: str) -> dict[str, Resource]:
        """The resources of one kind that the live and the test key of a team do not share."""
        return self.state.collection(
            self.team, f"{kind}, {'live' if self.key.livemode else 'test'}"
        )

    def emit(self, event_type: str, resource: Resource) -> None:
        """Tells of an event; the webhooks of the team get it with the resource as it is now."""
        event_id, now = self.state.new_id("evt"), self.state.now_ms()
        self.state.record_event(
            Event(event_id, event_type, now, self.team, self.key.livemode, deepcopy(resource))
        )


def _copied(document: Mapping[str, Any]) -> Mapping[str, Any]:
    return deepcopy(document)


@frozen
class Answer:
    """Status and JSON document: a copy, so that no later change of the state reaches an answer
    given.
    """

    status: int
    document: Mapping[str, Any] = field(converter=_copied)


Handler: TypeAlias = Callable[[Call], Answer]
