"""A request as the rules see it: without HTTP. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

from .keys import Key
from .state import Resource, State


@frozen
class UploadedFile:
    """A file of a form."""

    name: str
    content: bytes
    media_type: str


@frozen(kw_only=True)
class Call:
    """What is asked, of whom: `team` is the team acted for, `base_url` where the sandbox is reached."""

    state: State
    key: Key
    team: str
    base_url: str
    path: Mapping[str, str] = field(factory=dict[str, str])
    query: Mapping[str, Any] = field(factory=dict[str, Any])
    metadata: Mapping[str, str] = field(factory=dict[str, str])
    body: Mapping[str, Any] = field(factory=dict[str, Any])
    files: Mapping[str, UploadedFile] = field(factory=dict[str, UploadedFile])

    def collection(self, kind: str) -> dict[str, Resource]:
        """The resources of one kind of the team acted for."""
        return self.state.collection(self.team, kind)


@frozen
class Answer:
    """Status and JSON document."""

    status: int
    document: Mapping[str, Any]


Handler: TypeAlias = Callable[[Call], Answer]
