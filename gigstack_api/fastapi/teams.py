"""The client for the team that a request is about (gigstack Connect).

A team that comes with the request is only named, not proven: which team its sender may act for is
the app's to check.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from fastapi import Depends, Header, Path
from starlette.exceptions import HTTPException

from ..client import Gigstack
from .dependencies import GigstackDep

ForTeam: TypeAlias = Callable[..., Awaitable[Gigstack]]


class MissingTeam(HTTPException):
    """A request that does not say which team it is about: 400."""

    def __init__(self) -> None:
        super().__init__(400, "The request does not say which team it is about.")


def team_from(find: Callable[..., Any]) -> ForTeam:
    """A dependency: the client for the team whose id `find` gives, itself a dependency of FastAPI
    with whatever it needs.

    `Annotated[Gigstack, Depends(team_from(team_of_the_user))]`. Where `find` gives None the answer
    is 400.
    """
    return _for_team(Depends(find))


def team_from_path(name: str) -> ForTeam:
    """A dependency: the client for the team in a parameter of the path."""
    return _for_team(Path(alias=name))


def team_from_header(name: str) -> ForTeam:
    """A dependency: the client for the team in a header. Without it the answer is 400."""
    return _for_team(Header(None, alias=name))


def _for_team(source: Any) -> ForTeam:
    async def gigstack_for_team(gig: GigstackDep, team: str | None = source) -> Gigstack:
        if team is None or not team.strip():
            raise MissingTeam
        return gig.for_team(team)

    return gigstack_for_team
