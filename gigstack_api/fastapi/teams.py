"""Dependencies that give the client for the team of a request (gigstack Connect).

A team named by the request is not authenticated: the app must check that the sender may act for
it.
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
    """The request does not name a team; answered with 400."""

    def __init__(self) -> None:
        super().__init__(400, "The request does not name a team.")


def team_from(find: Callable[..., Any]) -> ForTeam:
    """A dependency that gives the client for the team whose id `find` returns.

    `find` is itself a FastAPI dependency, with parameters of its own:
    `Annotated[Gigstack, Depends(team_from(team_of_the_user))]`. The request is answered with 400
    if it returns None.
    """
    return _for_team(Depends(find))


def team_from_path(name: str) -> ForTeam:
    """A dependency that gives the client for the team in a path parameter."""
    return _for_team(Path(alias=name))


def team_from_header(name: str) -> ForTeam:
    """A dependency that gives the client for the team in a header; 400 without the header."""
    return _for_team(Header(None, alias=name))


def _for_team(source: Any) -> ForTeam:
    async def gigstack_for_team(gig: GigstackDep, team: str | None = source) -> Gigstack:
        if team is None or not team.strip():
            raise MissingTeam
        return gig.for_team(team)

    return gigstack_for_team
