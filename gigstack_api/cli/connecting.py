"""The key that a command uses, and the client with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .._core.schema.data import Data
from .exits import Exit, Refused
from .profiles import Profile, load_profiles, profiles_file
from .texts import text

if TYPE_CHECKING:
    from ..client import Gigstack

KEY = "GIGSTACK_API_KEY"
BASE_URL = "GIGSTACK_API_BASE_URL"

PUBLIC = "https://api.gigstack.io/v2"
"""Where the key of a profile without a base URL is used, whatever the environment says."""


class Access(Data, frozen=True):
    """A key and where it was found."""

    profile: Profile
    source: str

    in_repr = ("source",)


def find_access(name: str | None) -> Access | None:
    """The key of a profile, of the environment, or of the default profile; None if there is none.

    A profile brings its own base URL, so that its key is sent nowhere else.

    Raises:
        Refused: there is no such profile, or the file of profiles cannot be used.
    """
    environment = os.environ
    if name is None and environment.get(KEY):
        return Access(
            Profile(environment[KEY], environment.get(BASE_URL) or None),
            text("source.environment"),
        )
    if name is None and not any(map(environment.get, ("HOME", "XDG_CONFIG_HOME", "APPDATA"))):
        return None
    path = profiles_file(environment)
    profiles = load_profiles(path)
    name = name if name is not None else profiles.default
    if name is None:
        return None
    if name not in profiles.by_name:
        raise Refused(text("error.no_profile", name=name, file=path), Exit.CANNOT_START)
    return Access(profiles.by_name[name], text("source.profile", name=name))


def need_access(name: str | None) -> Access:
    """The key of a profile, of the environment, or of the default profile.

    Raises:
        Refused: there is none, or the file of profiles cannot be used.
    """
    access = find_access(name)
    if access is None:
        raise Refused(text("error.no_key"), Exit.CANNOT_START)
    return access


def connect(access: Access, *, team: str | None = None, at_once: int = 0) -> Gigstack:
    """A client with a key.

    Args:
        access: The key.
        team: Id of the team to act for; by default that of the profile.
        at_once: How many calls are in flight at once.

    Raises:
        ConfigurationError: the key or the base URL cannot be used.
    """
    from ..client import Gigstack

    profile = access.profile
    return Gigstack(
        profile.api_key,
        base_url=profile.base_url or PUBLIC,
        team=team or profile.team,
        max_in_flight=max(50, at_once),
    )
