"""What the sandbox remembers: teams, and the resources of each. Pure but for its clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random
from string import ascii_letters, digits
from typing import Any

from attrs import define, field, frozen

Resource = dict[str, Any]

EFOS = frozenset({"AAA080808HL8", "EFO010101AB1", "PEGM800101AA1"})
"""RFCs that the sandbox has on the EFOS blacklist."""


@frozen
class Team:
    """A team: who pays for it, and whether its key may act for others of the same billing account."""

    id: str
    billing_account: str
    connect: bool = False


def default_teams() -> dict[str, Team]:
    """A platform with two teams of its own, and a stranger."""
    teams = [
        Team("team_sandbox", "ba_sandbox", connect=True),
        Team("team_norte", "ba_sandbox"),
        Team("team_sur", "ba_sandbox"),
        Team("team_stranger", "ba_stranger"),
    ]
    return {team.id: team for team in teams}


@define
class State:
    """Everything the sandbox remembers. Ids come from a seeded source, so that a run can be repeated."""

    teams: dict[str, Team] = field(factory=default_teams)
    efos: set[str] = field(factory=lambda: set(EFOS))
    now: Callable[[], float] = time.time
    seed: int = 0
    _collections: dict[tuple[str, str], dict[str, Resource]] = field(factory=dict[tuple[str, str], dict[str, Resource]])
    _files: dict[str, tuple[bytes, str]] = field(factory=dict[str, tuple[bytes, str]])
    _random: Random = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._random = Random(self.seed)  # noqa: S311 - ids, not secrets

    def collection(self, team: str, kind: str) -> dict[str, Resource]:
        """The resources of one kind of one team, by id, oldest first."""
        return self._collections.setdefault((team, kind), {})

    def new_id(self, prefix: str) -> str:
        """An id nobody had before."""
        return f"{prefix}_{''.join(self._random.choices(ascii_letters + digits, k=20))}"

    def now_s(self) -> int:
        """Unix seconds."""
        return int(self.now())

    def now_ms(self) -> int:
        """Unix milliseconds."""
        return int(self.now() * 1000)

    def keep_file(self, file_id: str, content: bytes, media_type: str) -> None:
        """Keeps the bytes of a file."""
        self._files[file_id] = (content, media_type)

    def file(self, file_id: str) -> tuple[bytes, str] | None:
        """The bytes and the media type of a file."""
        return self._files.get(file_id)

    def reset(self) -> None:
        """Forgets all resources and files, and begins the ids anew."""
        self._collections.clear()
        self._files.clear()
        self.__attrs_post_init__()
