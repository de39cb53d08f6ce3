"""A request and its answer as the rules see them, without HTTP."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from copy import deepcopy
from typing import Any, TypeAlias

from attrs import field, frozen

from .keys import Key
from .resource import Resource
from .state import Event, State


@frozen
class UploadedFile:
    """A file of a multipart form."""

    name: str
    content: bytes
    media_type: str


@frozen
class Remarks:
    """Remarks of the sandbox beside an answer.

    `ignored` are the names in the request that no source knows. `notes` are sentences, on what is
    made up in the answer or will not be done.
    """

    ignored: list[str] = field(factory=list[str])
    notes: list[str] = field(factory=list[str])


@frozen(kw_only=True)
class Call:
    """A request: who asks, and for what.

    `team` is the team acted for, `base_url` the sandbox's own address; header names are in lower
    case. `document` is the whole JSON body, of which `body` has the documented fields.
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
    document: object = field(default=None, repr=False)
    files: Mapping[str, UploadedFile] = field(factory=dict[str, UploadedFile])
    remarks: Remarks = field(factory=Remarks)

    def collection(self, kind: str) -> dict[str, Resource]:
        """The team's resources of one kind, shared by its live and its test key."""
        return self.state.indexed(self.team, kind)[0]

    def documents(self, kind: str) -> dict[str, Resource]:
        """The team's resources of one kind, kept apart for its live and its test key."""
        return self.state.collection(
            self.team, f"{kind}, {'live' if self.key.livemode else 'test'}"
        )

    def note(self, text: str) -> None:
        """Says something beside the answer, once."""
        if text not in self.remarks.notes:
            self.remarks.notes.append(text)

    def emit(self, event_type: str, resource: Resource) -> None:
        """Records an event. The team's webhooks receive the resource as it is now."""
        event_id, now = self.state.new_id("evt"), self.state.now_ms()
        self.state.record_event(
            Event(event_id, event_type, now, self.team, self.key.livemode, deepcopy(resource))
        )


def _copied(document: object) -> Any:
    return deepcopy(document)


@frozen
class Answer:
    """Status and JSON document; or the content of a file, or nothing, with its media type.

    The document is a copy, so that later changes of the state do not reach an answer already given.
    """

    status: int
    document: Any = field(converter=_copied)  # pyright: ignore[reportUnknownVariableType] - JSON
    content: bytes | None = None
    media_type: str = "application/json"

    @classmethod
    def of(cls, message: str, data: object, *, status: int = 200) -> Answer:
        """The answer with a message and data, as most operations give it."""
        return cls(status, {"message": message, "data": data})


Handler: TypeAlias = Callable[[Call], Answer | Coroutine[Any, Any, Answer]]
"""Carries out the calls of an operation.

One that waits changes the state only after it has waited, so that no other call comes in between.
"""
