"""Everything the sandbox remembers: teams, and the resources of each."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Reversible
from itertools import takewhile
from random import Random
from string import ascii_letters, digits
from typing import Any
from uuid import UUID

from attrs import define, field, frozen

from .index import Index
from .resource import Resource

EFOS = frozenset({"AAA080808HL8", "EFO010101AB1", "PEGM800101AA1"})
"""The RFCs on the sandbox's EFOS blacklist."""


@frozen
class Team:
    """A team: its billing account, and whether its key may act for other teams of that account.

    `plan` says whether mass download from the SAT is included: `free` excludes it, `starter` sells
    it as an add-on, every other plan includes it.
    """

    id: str
    billing_account: str
    connect: bool = False
    legal_name: str = "Comercializadora de Prueba"
    tax_id: str = "CPR180412QX1"
    plan: str = "business"


def default_teams() -> dict[str, Team]:
    """The teams of a new sandbox: a platform with two teams, and one of another billing account."""
    teams = [
        Team("team_sandbox", "ba_sandbox", connect=True),
        Team(
            "team_norte",
            "ba_sandbox",
            legal_name="Sucursal Norte de Prueba",
            tax_id="SNP190305KJ2",
            plan="starter",
        ),
        Team("team_sur", "ba_sandbox", legal_name="Sucursal Sur de Prueba", tax_id="SSP200711RT4"),
        Team(
            "team_stranger",
            "ba_stranger",
            legal_name="Otra Empresa",
            tax_id="OEM150930LM7",
            plan="free",
        ),
    ]
    return {team.id: team for team in teams}


def team_resource(team: Team, created_at: int) -> Resource:
    """A team as the API shows it."""
    return {
        "id": team.id,
        "legal_name": team.legal_name,
        "tax_id": team.tax_id,
        "tax_system": "601",
        "address": {"country": "MEX", "zip": "03100", "city": "Ciudad de México", "state": "CDMX"},
        "brand": {"alias": team.legal_name},
        "owner": "user_sandbox",
        "created_at": created_at,
        "sat": {"completed": True, "connected_at": created_at},
        "members": [{"id": "user_sandbox", "role": "admin"}],
        "integrations": {},
    }


def default_user(billing_account: str, created_at: int) -> Resource:
    """The first user of a billing account, who owns its teams."""
    return {
        "id": "user_sandbox",
        "email": f"{billing_account}@ejemplo.com",
        "first_name": "Ana",
        "last_name": "López Díaz",
        "created_at": created_at,
    }


MAX_EVENTS = 1000


@frozen
class Event:
    """Something that happened to a resource, for the webhooks."""

    id: str
    type: str
    created_ms: int
    team: str
    livemode: bool
    object: Resource


@define
class State:
    """Everything the sandbox remembers.

    Ids come from a seeded generator, so that a run can be repeated. `kept_bytes` counts the files
    and the bodies of successful calls; from `max_bytes` on the sandbox takes no more. `lenient`
    stamps what the SAT's matrix of errors refuses.
    """

    teams: dict[str, Team] = field(factory=default_teams)
    efos: set[str] = field(factory=lambda: set(EFOS))
    now: Callable[[], float] = time.time
    seed: int = 0
    search_lag_s: float = 0.0
    lenient: bool = False
    max_bytes: int = 2**30
    _collections: dict[tuple[str, str], dict[str, Resource]] = field(
        factory=dict[tuple[str, str], dict[str, Resource]]
    )
    _files: dict[str, tuple[bytes, str]] = field(factory=dict[str, tuple[bytes, str]])
    _numbers: dict[str, int] = field(init=False, factory=dict[str, int])
    _indexes: defaultdict[tuple[str, str], Index] = field(
        init=False, factory=lambda: defaultdict[tuple[str, str], Index](Index)
    )
    _random: Random = field(init=False)
    _first_teams: dict[str, Team] = field(init=False, factory=dict[str, Team])
    events: deque[Event] = field(init=False, factory=lambda: deque[Event](maxlen=MAX_EVENTS))
    event_count: int = field(init=False, default=0)
    kept_bytes: int = field(init=False, default=0)
    answers: dict[tuple[str, bool, str, str], tuple[Resource, Any]] = field(
        init=False, factory=dict[tuple[str, bool, str, str], tuple[Resource, Any]]
    )

    def __attrs_post_init__(self) -> None:
        self._random = Random(self.seed)  # noqa: S311 - ids, not secrets
        self._first_teams = dict(self.teams)
        for team in self.teams.values():
            self.team_resources[team.id] = team_resource(team, self.now_s())
            users = self.collection(team.billing_account, "users")
            users.setdefault("user_sandbox", default_user(team.billing_account, self.now_s()))

    def collection(self, team: str, kind: str) -> dict[str, Resource]:
        """The resources of one kind of one team, by id, oldest first. The caller may edit them."""
        self._indexes.pop((team, kind), None)
        return self.indexed(team, kind)[0]

    def indexed(self, team: str, kind: str) -> tuple[dict[str, Resource], Index]:
        """A collection and its index, which the caller must keep up to date."""
        return self._collections.setdefault((team, kind), {}), self._indexes[team, kind]

    def assign_numbers(self, resources: Reversible[Resource]) -> Mapping[str, int]:
        """Sequence numbers by id, in order of creation; a deletion changes none of them.

        `resources` is a whole collection, oldest first, so that those without a number are its
        last.
        """
        newest_first = takewhile(
            lambda resource: resource["id"] not in self._numbers, reversed(resources)
        )
        for resource in [*newest_first][::-1]:
            self._numbers[resource["id"]] = len(self._numbers)
        return self._numbers

    @property
    def team_resources(self) -> dict[str, Resource]:
        """All teams as the API shows them, by id."""
        return self.collection("", "teams")

    def new_uuid(self) -> str:
        """A new UUID."""
        return str(UUID(int=self._random.getrandbits(128), version=4))

    def is_searchable(self, resource: Resource) -> bool:
        """Whether searches find a resource yet.

        With a `search_lag_s` they find it only that many seconds after its creation.
        """
        return (
            not self.search_lag_s or self.now() >= resource.get("created_at", 0) + self.search_lag_s
        )

    def record_event(self, event: Event) -> None:
        """Stores an event for the webhooks."""
        self.events.append(event)
        self.event_count += 1

    def new_id(self, prefix: str) -> str:
        """A new id with this prefix."""
        return f"{prefix}_{''.join(self._random.choices(ascii_letters + digits, k=20))}"

    def now_s(self) -> int:
        """The current time in Unix seconds."""
        return int(self.now())

    def now_ms(self) -> int:
        """The current time in Unix milliseconds."""
        return int(self.now() * 1000)

    @property
    def is_full(self) -> bool:
        """Whether `max_bytes` are kept."""
        return self.kept_bytes >= self.max_bytes

    def store_file(self, file_id: str, content: bytes, media_type: str) -> None:
        """Stores a file under this id."""
        self.delete_file(file_id)
        self._files[file_id] = (content, media_type)
        self.kept_bytes += len(content)

    def file(self, file_id: str) -> tuple[bytes, str] | None:
        """The content and the media type of a file."""
        return self._files.get(file_id)

    def delete_file(self, file_id: str) -> None:
        """Deletes a file, if there is one with this id."""
        content, _ = self._files.pop(file_id, (b"", ""))
        self.kept_bytes -= len(content)

    def collections(self) -> Mapping[tuple[str, str], dict[str, Resource]]:
        """All resources, by team and kind."""
        return self._collections

    def files(self) -> Mapping[str, tuple[bytes, str]]:
        """All files by id: their contents and media types."""
        return self._files

    def restore(
        self,
        teams: Mapping[str, Team],
        collections: Mapping[tuple[str, str], dict[str, Resource]],
        files: Mapping[str, tuple[bytes, str]],
    ) -> None:
        """Replaces everything remembered. New ids differ from those of the earlier run."""
        self.teams = dict(teams)
        self._collections = dict(collections)
        self._files = dict(files)
        self._numbers.clear()
        self._indexes.clear()
        self._random.seed(self.now())

    def reset(self) -> None:
        """Forgets all resources, files and new teams, and starts the sequence of ids again."""
        self.teams = dict(self._first_teams)
        self._collections.clear()
        self._files.clear()
        self._numbers.clear()
        self._indexes.clear()
        self.events.clear()
        self.answers.clear()
        self.kept_bytes = 0
        self.__attrs_post_init__()
